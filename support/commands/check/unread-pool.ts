import { connect } from '../../aws/connect';
import { commandLine } from '../../common/command-line';
import { oneLine } from '../../common/text/plain-text';
import { listPools } from '../../targets/owned/find-pools';
import type { TargetOptions } from '../../targets/open-target';

/** The most pools that are listed. */
const mostListed = 10;

/**
 * The note if the model solution was played although an endpoint is configured: the run says nothing about the user's
 * own pool. Lists existing pools of a local endpoint, so that the user can choose one.
 *
 * @returns undefined if the user cannot have meant a pool of their own
 */
export async function unreadPoolNote({ target, snapshot, userPoolId }: TargetOptions): Promise<string | undefined> {
  const { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL } = process.env;
  const isConfigured = [AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL].some(Boolean);
  if (target !== 'mock' || (snapshot ?? userPoolId) !== undefined || !isConfigured) return undefined;
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
    // The list is optional. An error of the endpoint is reported when a pool is named.
    return [];
  }
}
