import vm from 'node:vm';
import { expect } from 'chai';
import { oneLine, plainText, visibleJson, webAddress } from '../../support/common/text/plain-text';
import { inertInLogs } from '../../support/common/text/inert-in-logs';
import { maskAccounts, maskArn, maskEmail } from '../../support/common/text/mask';
import { regularExpressions } from '../support/regular-expressions';

/**
 * What makes a quadratic expression slow: much of one thing, and then something that does not fit. ESLint's rules
 * no-super-linear-backtracking and no-super-linear-move look at the structure; this looks at the time.
 */
function attacks(pattern: string): string[] {
  const units = new Set([
    ...' \t\n\r\u2028\u00a0aA01_-.,:;/\\"\'`*#@|<>&[](){}=+?~$%\u001b\u009b\u0007\u200d',
    '\r\n',
    'a ',
    ' a',
    'a\n',
  ]);
  for (const unit of [
    '\u001b[',
    '\u001b[;',
    '\u001b]8;;',
    '\u001b]',
    '::',
    '##',
    '##a',
    'a@',
    'a.',
    '@.',
    '://',
    ':a/',
    '\\u',
    '{a',
    '1,',
  ])
    units.add(unit);
  // Near misses: what the pattern itself spells, in pieces.
  for (const [piece] of pattern.matchAll(/[a-zA-Z0-9]{2,12}|[^\w\s]{2,4}/g)) units.add(piece);
  return [...units];
}

const length = 40_000;

/** Milliseconds that a linear match of this length never takes, and a quadratic one (800 million steps) always. */
const most = 400;

describe('Every regular expression of the program', () => {
  const all = regularExpressions();

  it('was found', () => {
    expect(all.length).to.be.greaterThan(100);
  });

  it('takes time that grows with the text and not faster', function () {
    this.timeout(600_000);
    const slow: string[] = [];
    for (const { place, expression } of all) {
      const context = vm.createContext({ expression, text: '' });
      const script = new vm.Script("text.replace(new RegExp(expression.source, expression.flags), '')");
      for (const unit of attacks(expression.source)) {
        const times = Math.floor(length / unit.length);
        for (const text of [`${unit.repeat(times)}\u0000`, `x${unit.repeat(times)}\n!`]) {
          context.text = text;
          const before = process.cpuUsage();
          try {
            // V8 gives up a match when its time is over.
            script.runInContext(context, { timeout: 5000 });
          } catch {
            slow.push(`${place} ${String(expression)} on ${JSON.stringify(unit)}: did not end`);
            break;
          }
          const { user } = process.cpuUsage(before);
          if (user / 1000 > most)
            slow.push(`${place} ${String(expression)} on ${JSON.stringify(unit)}: ${user / 1000} ms`);
        }
      }
    }
    expect(slow).to.deep.equal([]);
  });

  it('is not undone by how it is used', () => {
    for (const use of [plainText, oneLine, visibleJson, inertInLogs, maskAccounts, maskArn, maskEmail, webAddress])
      for (const unit of attacks('')) {
        const before = process.cpuUsage();
        use(`x${unit.repeat(length / unit.length)}\u200by`);
        expect(process.cpuUsage(before).user / 1000, `${use.name} on ${JSON.stringify(unit)}`).to.be.below(most);
      }
  });
});
