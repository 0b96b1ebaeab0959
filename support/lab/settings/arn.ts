import { maskArn } from '../../common/text/mask';
import { text, type ValueKind } from './value-kind';

/** The account of AWS's documentation, which is nobody's. */
export const exampleAccount = '123456789012';

/**
 * An ARN, or the name of what it names: a class has as many accounts as learners, and a lab cannot know them. A name
 * becomes the ARN in AWS's example account, and an ARN of that account stands for the same in any account and region.
 *
 * @param before what comes before the name: `arn:aws:iam::123456789012:role/`
 */
export const arn = (before: string, example: string): ValueKind => ({
  ...text({ example, show: maskArn, complete: (word) => (word.startsWith('arn:') ? word : `${before}${word}`) }),
  comparable: anywhere,
});

/** An ARN as it is compared: without the account, and without account and region where it is of the example account. */
function anywhere(wanted: unknown, actual: unknown): [wanted: unknown, actual: unknown] {
  if (typeof wanted !== 'string' || typeof actual !== 'string') return [wanted, actual];
  const isExample = wanted.split(':')[4] === exampleAccount;
  const without = (value: string): string =>
    value
      .split(':')
      .map((part, at) =>
        isExample && (at === 3 || at === 4) ? '' : at === 4 ? part.replace(/^\d{8}/, '********') : part,
      )
      .join(':');
  return [without(wanted), without(actual)];
}

export const roleArn = (example: string): ValueKind => arn(`arn:aws:iam::${exampleAccount}:role/`, example);

export const sesIdentityArn = (example: string): ValueKind =>
  arn(`arn:aws:ses:us-east-1:${exampleAccount}:identity/`, example);
