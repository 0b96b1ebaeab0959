/** JUnit XML as all reports in it write it. */
import XMLBuilder from 'fast-xml-builder';

/** An element: attributes begin with `@`, `#text` is its text, all else are children. */
export interface Element {
  [name: string]: string | number | Element | Element[];
}

/** What a case can come to. */
export type State = 'passed' | 'failure' | 'error' | 'skipped';

export const xmlBuilder = (): InstanceType<typeof XMLBuilder> =>
  new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });

/** How many cases there are, and how many came to what: attributes of a suite. */
export function totals(states: readonly State[]): Element {
  const count = (state: State): number => states.filter((each) => each === state).length;
  return {
    '@tests': states.length,
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
  };
}
