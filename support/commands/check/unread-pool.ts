import { connect } from '../../aws/connect';
import { commandLine } from '../../common/command-line';
import { oneLine } from '../../common/text/plain-text';
import { listPools } from '../../targets/owned/find-pools';
import type { TargetOptions } from '../../targets/open-target';

/** Pools that are listed, at most. */
const mostListed = 10;

/**
 * What to say where the model solution was played although an endpoint is configured: all is well with it, and nobody's
 * own pool was read. On this machine the pools that are there are listed, so that one can be named.
 *
 * @returns undefined where nobody can have meant a pool of their own
 */
export async function unreadPoolNote({
  target,
  snapshot,
  userPoolId,
  solution,
}: TargetOptions): Promise<string | undefined> {
  const { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL } = process.env;
  const isConfigured = [AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL].some(Boolean);
  if (target !== 'mock' || (snapshot ?? userPoolId ?? solution) !== undefined || !isConfigured) return undefined;
  return [
    'The model solution was played on the simulated Cognito. No user pool at the configured endpoint was read.',
    `To check your own: ${commandLine('check', '--user-pool-id', 'ID')}`,
    ...(await poolsThere()),
  ].join('\n');
}

async function poolsThere(): Promise<string[]> {
  try {
    const bounds = { connect: 1_000, attempt: 2_000, call: 3_000, attempts: 1 };
    const { client, loopback } = await connect({ readOnly: true, bounds });
    try {
      if (!loopback) return [];
      const pools = await listPools(client, []);
      if (pools.length === 0) return ['There is no user pool at that endpoint.'];
      const listed = pools.slice(0, mostListed).map(({ Id = '', Name = '' }) => `  ${oneLine(Id)} ${oneLine(Name)}`);
      return ['At that endpoint there are:', ...listed, ...(pools.length > mostListed ? ['  and more.'] : [])];
    } finally {
      client.destroy();
    }
  } catch {
    // It is an offer to help; what keeps the endpoint from answering is said when a pool is named.
    return [];
  }
}
