import { patience } from './client';
import { CouldNotLook } from './could-not-look';
import { maskAccounts } from './mask';

/** A learner's role, as a roster names it. */
export interface Role {
  roleArn: string;
  /** What the learner's trust policy asks for, so that nobody else can have us read their account. */
  externalId?: string;
  region: string;
}

/** A temporary key; never written anywhere. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface Assumed {
  credentials: Credentials;
  /** The account that STS says these credentials are of. */
  account: string;
  calls: { operation: string; requestId?: string }[];
}

/** The shortest that STS offers, in seconds: five calls take less. */
const duration = 900;

/**
 * Credentials of a learner's role, and the account that they are really of.
 *
 * @throws CouldNotLook that says which role, and what the learner has to change
 */
export async function assumeRole({ roleArn, externalId, region }: Role, signal?: AbortSignal): Promise<Assumed> {
  const { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } =
    require('@aws-sdk/client-sts') as typeof import('@aws-sdk/client-sts');
  const options = { abortSignal: signal };
  const calls: Assumed['calls'] = [];
  let operation = 'AssumeRole';
  try {
    const own = new STSClient({ region, ...patience() });
    const { Credentials: given, $metadata } = await own.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: 'cognito-lab-grade',
        ExternalId: externalId,
        DurationSeconds: duration,
      }),
      options,
    );
    calls.push({ operation, requestId: $metadata.requestId });
    const { AccessKeyId, SecretAccessKey, SessionToken } = given ?? {};
    if (!AccessKeyId || !SecretAccessKey) throw new Error('STS answered without credentials.');
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    operation = 'GetCallerIdentity';
    const theirs = new STSClient({ region, credentials, ...patience() });
    const identity = await theirs.send(new GetCallerIdentityCommand({}), options);
    calls.push({ operation, requestId: identity.$metadata.requestId });
    if (!identity.Account) throw new Error('STS did not say which account this is.');
    return { credentials, account: identity.Account, calls };
  } catch (error) {
    const { name, message } = error as Error;
    throw new CouldNotLook(
      `The role ${maskAccounts(roleArn)} could not be assumed (${operation}): ${maskAccounts(`${name}: ${message}`)}`,
      'Check that the role exists, that its trust policy names the account you grade from, and that its external id is the one in the roster.',
      true,
      { cause: error },
    );
  }
}
