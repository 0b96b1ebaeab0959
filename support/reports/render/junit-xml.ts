/**
 * JUnit XML as every report writes it: no attribute that a reader refuses (the schema of Jenkins' xUnit plugin has no
 * `skipped` on `testsuites`), and a `time` everywhere, without which dorny/test-reporter shows NaN.
 */
import XMLBuilder from 'fast-xml-builder';
import { inertInLogs } from '../../common/text/inert-in-logs';
import { oneLine as plainLine, plainText } from '../../common/text/plain-text';

export type State = 'passed' | 'failure' | 'error' | 'skipped';

export interface TestCase {
  name: string;
  state: State;
  /** Of a case that did not pass. */
  message?: string;
  type?: string;
  text?: string;
}

export interface TestSuite {
  name: string;
  /** Below `cognito-lab`. Jenkins shows all before the last as the package and the last as the class. */
  classname: readonly string[];
  /** ISO 8601. */
  timestamp?: string;
  properties?: Readonly<Record<string, string>>;
  cases: readonly TestCase[];
}

interface Element {
  [name: string]: string | number | Element | Element[];
}

/**
 * A JUnit file with one suite per item. Escapes all texts.
 *
 * @param name of the whole
 * @param suiteOf called twice per item, so that only one suite is in memory
 * @param seconds the total duration, if known; single cases are not timed
 * @returns the text in pieces
 */
export function* junitXml<T>(
  name: string,
  items: readonly T[],
  suiteOf: (item: T) => TestSuite,
  seconds = 0,
): Generator<string> {
  const builder = new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });
  const { '@skipped': _, ...sum } = items.map((item) => totals(suiteOf(item).cases)).reduce(added, totals([]));
  const root = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': name, ...sum, '@time': Number(seconds.toFixed(3)), '#text': '|' },
  });
  const [open = '', close = ''] = root.split('|');
  yield `${open}\n`;
  for (const item of items)
    // Built within its parent, so that the builder indents it and no line of a text is touched.
    yield builder
      .build({ testsuites: { testsuite: suiteElement(suiteOf(item)) } })
      .slice('<testsuites>\n'.length, -'</testsuites>\n'.length);
  yield close;
}

/** XML may be printed in the log of a CI job. */
const oneLine = (text: string): string => inertInLogs(plainLine(text));

type Totals = Record<'@tests' | '@failures' | '@errors' | '@skipped', number>;

function totals(cases: readonly TestCase[]): Totals {
  const count = (state: State): number => cases.filter((each) => each.state === state).length;
  return {
    '@tests': cases.length,
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
  };
}

const added = (a: Totals, b: Totals): Totals => ({
  '@tests': a['@tests'] + b['@tests'],
  '@failures': a['@failures'] + b['@failures'],
  '@errors': a['@errors'] + b['@errors'],
  '@skipped': a['@skipped'] + b['@skipped'],
});

function suiteElement({ name, classname, timestamp, properties, cases }: TestSuite): Element {
  const parts = ['cognito-lab', ...classname].map((part) => oneLine(part).replaceAll('.', '_') || 'unnamed');
  return {
    '@name': oneLine(name),
    ...totals(cases),
    '@time': 0,
    // The common schema has neither fractions nor a zone here.
    ...(timestamp !== undefined && { '@timestamp': oneLine(timestamp).slice(0, 19) }),
    ...(properties && {
      properties: {
        property: Object.entries(properties).map(([key, value]) => ({ '@name': key, '@value': oneLine(value) })),
      },
    }),
    testcase: cases.map(({ name: title, state, message = state, type, text }) => ({
      '@classname': parts.join('.'),
      '@name': oneLine(title),
      '@time': 0,
      ...(state !== 'passed' && {
        [state]: {
          '@message': oneLine(message),
          ...(type !== undefined && { '@type': type }),
          ...(text !== undefined && { '#text': inertInLogs(plainText(text)) }),
        },
      }),
    })),
  };
}
