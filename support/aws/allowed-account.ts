import { environment } from '../common/environment';
import { Problem } from '../common/problem';
import { patience } from './client';
import { explain } from './explain';

/**
 * The account that would be written to, if the user named it: nobody's is by mistake.
 *
 * @param purpose what would be done there, in words that go before "the AWS account"
 * @returns the account that STS reports
 * @throws Problem with the line to add, where it is not in LAB_ALLOWED_ACCOUNTS
 */
export async function allowedAccount(region: string, purpose = 'create a user pool in'): Promise<string> {
  const { GetCallerIdentityCommand, STSClient } =
    require('@aws-sdk/client-sts') as typeof import('@aws-sdk/client-sts');
  let account: string | undefined;
  try {
    ({ Account: account } = await new STSClient({ region, ...patience() }).send(new GetCallerIdentityCommand({})));
  } catch (error) {
    throw explain(error, { operation: 'GetCallerIdentity', region });
  }
  if (!account) throw new Problem('STS did not say which account this is.', 'Check the credentials in use.');
  if (environment().allowedAccounts.includes(account)) return account;
  throw new Problem(
    `This would ${purpose} the AWS account ${account}, which LAB_ALLOWED_ACCOUNTS does not name. Nothing was done.`,
    `If that is the account you mean, add this line to .env: LAB_ALLOWED_ACCOUNTS=${account}`,
  );
}
