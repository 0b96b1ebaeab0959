/** A check as plain text, for formats with a single text field. */
import type { CheckResult, Finding } from '../../lab/result/result';
import { differences } from './differences';
import { oneLine, plainText } from '../../common/text/plain-text';
import { show } from './value';
import { controlsText } from './wording';

/** Why a check did not pass, what was found, and what to do. */
export function checkText(check: CheckResult): string {
  const { status, reason, remedy, findings, hint, why, console, docs } = check;
  const controls = controlsText(check);
  return [
    ...(reason ? [plainText(reason)] : []),
    ...findings.filter(({ holds }) => !holds).map(findingText),
    ...(remedy ? [`Remedy: ${plainText(remedy)}`] : []),
    ...(status === 'failed' && hint
      ? [
          `Hint: ${plainText(hint)}`,
          ...(why === undefined ? [] : [`Why: ${plainText(why)}`]),
          `Where: ${plainText(console)}`,
          ...(controls === undefined ? [] : [`Published controls: ${oneLine(controls)}`]),
        ]
      : []),
    ...(docs ? [`Docs: ${oneLine(docs)}`] : []),
  ].join('\n\n');
}

const findingText = ({ setting, source, expected, actual }: Finding): string =>
  [
    `${oneLine(setting)} (read by ${oneLine(source)})`,
    `  expected: ${show(expected)}`,
    `  found: ${show(actual)}`,
    ...differences(expected, actual).map(({ kind, text }) => `  ${kind}: ${text}`),
  ].join('\n');

/** What a check expects, a line per setting; its title if it has no findings. */
export const askedText = ({ title, findings }: CheckResult): string =>
  findings.map(({ setting, expected }) => `${oneLine(setting)}: ${show(expected)}`).join('\n') || oneLine(title);
