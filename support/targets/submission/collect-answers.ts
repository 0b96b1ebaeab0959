import type { Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { oneLine } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { redactClient, redactProvider, redactUser, redactUserPool } from './redact-answers';
import type { Snapshot } from './snapshot-schema';

/** Redacted answers about a pool, and the errors of failed operations. */
export type CollectedAnswers = Pick<Snapshot, 'answers' | 'failures'>;

/** The most users without an email address in a snapshot; more do not change the verdict. */
const mostNameless = 60;

/**
 * Collects AWS's answers about a pool: the five calls that the setting checks read, in parallel where they are
 * independent. A failed call is listed with its reason and does not stop the others.
 *
 * @param clientName the lab's app client, the only one that is described
 */
export async function collectAnswers(reader: PoolReader, clientName: string): Promise<CollectedAnswers> {
  const answers: Record<string, unknown> = {};
  const failures: Snapshot['failures'] = {};
  const take = async <T>(operation: Operation, read: Promise<T>, redact: (answer: T) => unknown): Promise<void> => {
    try {
      answers[operation] = redact(await read);
    } catch (error) {
      if (!(error instanceof CouldNotLook)) throw error;
      const { message, remedy } = error;
      failures[operation] = { reason: shownReason(message), ...(remedy && { remedy: shownReason(remedy) }) };
    }
  };

  const clients = reader.clients();
  const described = clients.then(
    async (all) => {
      const alike = all.flatMap(({ ClientName, ClientId = '' }) => (ClientName === clientName ? [ClientId] : []));
      return alike.length ? [await reader.anyAppClient(alike)] : [];
    },
    // The failed list is already reported as the failure of ListUserPoolClients.
    () => [],
  );
  await Promise.all([
    take('DescribeUserPool', reader.pool(), (pool) => ({ UserPool: redactUserPool(pool) })),
    take('ListIdentityProviders', reader.identityProviders(), (all) => ({ Providers: all.map(redactProvider) })),
    take('ListUserPoolClients', clients, (all) => ({ UserPoolClients: all.map(redactClient) })),
    take('DescribeUserPoolClient', described, (all) => all.map((one) => ({ UserPoolClient: redactClient(one) }))),
    take('ListUsers', reader.userWithEmail(), ({ user, seen }) => ({
      Users: user
        ? [redactUser(user)]
        : Array.from({ length: Math.min(seen, mostNameless) }, () => ({ Username: '***', Attributes: [] })),
    })),
  ]);
  return { answers: inOrder(answers), failures: inOrder(failures) };
}

/** Bounds and redacts a reason for a snapshot. */
const shownReason = (text: string): string => shorten(oneLine(text), 1900);

/** Sorted by operation name, so that snapshots of the same pool are identical. */
const inOrder = <T extends object>(byOperation: T): T =>
  Object.fromEntries(Object.entries(byOperation).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
