import { CouldNotLook } from '../../common/could-not-look';
import { isWithin } from '../../lab/settings';

/**
 * Requires members of an answer to be those of AWS: of what a snapshot does not keep it is not known whether AWS left it
 * out.
 *
 * @throws CouldNotLook for a snapshot that was taken for another lab
 */
export function requireKept(answer: object, members: readonly string[], name: string): void {
  const { Kept } = answer as { Kept?: unknown };
  if (!Array.isArray(Kept) || members.every((member) => isWithin(member, Kept as string[]))) return;
  throw new CouldNotLook(
    `The snapshot does not have the ${name}: it was taken for another lab, or by an older version.`,
    'Take it again with "cognito-lab snapshot", for this lab.',
  );
}
