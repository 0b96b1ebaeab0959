import { environment } from '../common/environment';
import { Problem } from '../common/problem';
import { awsPartition, endpointOf } from './endpoint';
import { explain } from './explain';
import { createStsClient, sts } from './sts';

/**
 * Checks that the user allowed writes to the current AWS account.
 *
 * @param target where Cognito's calls go
 * @param purpose what would be done, in words that precede "the AWS account"
 * @returns the account that STS reports
 * @throws Problem with the line to add, if the account is not in LAB_ALLOWED_ACCOUNTS; and if STS and Cognito use
 *   different endpoints, because the reported account could then be another one
 */
export async function allowedAccount(
  { region, endpoint: target }: { region: string; endpoint: URL },
  purpose = 'create a user pool in',
): Promise<string> {
  const { GetCallerIdentityCommand, STSClient } = sts();
  const client = createStsClient({ region });
  let account: string | undefined;
  try {
    const unlayered = new STSClient({ region });
    checkSamePlace(await endpointOf(new GetCallerIdentityCommand({}), (command) => unlayered.send(command)), target);
    ({ Account: account } = await client.send(new GetCallerIdentityCommand({})));
  } catch (error) {
    throw error instanceof Problem ? error : explain(error, { operation: 'GetCallerIdentity', region });
  } finally {
    client.destroy();
  }
  if (!account)
    throw new Problem(
      'STS answered GetCallerIdentity without an account.',
      'AWS never answers like this. Check AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL.',
    );
  if (environment().allowedAccounts.includes(account)) return account;
  throw new Problem(
    `This would ${purpose} the AWS account ${account}, which LAB_ALLOWED_ACCOUNTS does not name. Nothing was done.`,
    [
      `If that is the account you mean, add this line to .env: LAB_ALLOWED_ACCOUNTS=${account}`,
      ...(process.env.LAB_TARGET === 'aws'
        ? ['Beside LAB_TARGET=aws in the same .env the line does not count; add --target aws to the command then.']
        : []),
    ].join('\n'),
  );
}

/** Whether both endpoints are AWS's own, of one partition, or both are the same custom endpoint. */
function checkSamePlace(identity: URL, target: URL): void {
  const [ofIdentity, ofTarget] = [awsPartition(identity), awsPartition(target)];
  if (ofTarget === undefined ? identity.origin === target.origin : ofIdentity === ofTarget) return;
  throw new Problem(
    `STS is at ${identity.origin} and Cognito at ${target.origin}, so STS cannot say whose account the pools are in. Nothing was done.`,
    'Point both at AWS, or both at the same endpoint: set AWS_ENDPOINT_URL alone, without AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER.',
  );
}
