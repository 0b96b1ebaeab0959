import type { Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { oneLine } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { redactClient, redactProvider, redactUser, redactUserPool } from './redact-answers';
import type { Snapshot } from './snapshot-schema';

/** What AWS answered about a pool, redacted, and why an operation has no answer. */
export type CollectedAnswers = Pick<Snapshot, 'answers' | 'failures'>;

/** The most users without an email address that are listed; the verdict is the same for one and for a thousand. */
const mostNameless = 60;

/**
 * Collects what AWS answers about a pool: the five calls that the setting checks read, at the same time where one does not need
 * another. A call that failed is listed with its reason and stops no other.
 *
 * @param clientName the app client that the lab asks for; it alone is described
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
    // That the list could not be read is the failure of ListUserPoolClients.
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

/** A reason as a snapshot may hold it. */
const shownReason = (text: string): string => shorten(oneLine(text), 1900);

/** By the names of the operations, whichever answered first: the same pool gives the same file. */
const inOrder = <T extends object>(byOperation: T): T =>
  Object.fromEntries(Object.entries(byOperation).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
