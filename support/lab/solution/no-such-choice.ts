import { Problem } from '../../common/problem';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';

/** The most labels that are listed where none is near. */
const most = 12;

/** A choice that nobody can make, with what was probably meant. @param whose `of a group`; empty for the pool */
export function noSuchChoice(label: string, labels: readonly string[], whose = ''): Problem {
  const near = closest(label, labels);
  const listed = labels.slice(0, most).map((each) => `"${each}"`);
  const rest = labels.length > most ? `, and ${labels.length - most} more, which docs/reference/settings.md lists` : '';
  return new Problem(
    `There is no choice ${quote(label)}${whose && ` ${whose}`}.`,
    near === undefined ? `Use one of: ${listed.join(', ')}${rest}.` : `Did you mean "${near}"?`,
  );
}
