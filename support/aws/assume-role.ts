import { CouldNotLook } from '../common/could-not-look';
import { maskAccounts } from '../common/text/mask';
import { shorten } from '../common/text/shorten';
import type { Credentials } from './client';
import type { Call } from './middleware/call-log';
import { createStsClient, sts } from './sts';

/** A role to assume, as a file names it. */
export interface Role {
  roleArn: string;
  /** The external id that the role's trust policy requires, which prevents the confused deputy problem. */
  externalId?: string;
  region: string;
}

/** The session name, which the owner of the role sees in CloudTrail, and the file that names the role. */
export const purposes = {
  grade: { session: 'cognito-lab-grade', file: 'roster' },
  drift: { session: 'cognito-lab-drift', file: 'targets file' },
} as const;

export interface Assumed {
  credentials: Credentials;
  /** The account of the credentials, as reported by STS. */
  account: string;
  calls: Call[];
}

/** The shortest session duration that STS offers, in seconds. Five calls take less. */
const duration = 900;

/**
 * Assumes a role.
 *
 * @returns its credentials, and their actual account
 * @throws CouldNotLook that names the role and what its owner has to change
 */
export async function assumeRole(
  { roleArn, externalId, region }: Role,
  purpose: keyof typeof purposes,
  signal?: AbortSignal,
): Promise<Assumed> {
  const { AssumeRoleCommand, GetCallerIdentityCommand } = sts();
  const { session, file } = purposes[purpose];
  const calls: Call[] = [];
  try {
    const own = createStsClient({ region, signal, calls });
    const { Credentials: given } = await own.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: session,
        ExternalId: externalId,
        DurationSeconds: duration,
      }),
    );
    own.destroy();
    const { AccessKeyId, SecretAccessKey, SessionToken } = given ?? {};
    if (!AccessKeyId || !SecretAccessKey) throw new Error('STS answered without credentials.');
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    const theirs = createStsClient({ region, credentials, signal, calls });
    const identity = await theirs.send(new GetCallerIdentityCommand({}));
    theirs.destroy();
    if (!identity.Account) throw new Error('STS did not say which account this is.');
    return { credentials, account: identity.Account, calls };
  } catch (error) {
    const { name, message } = error as Error;
    throw new CouldNotLook(
      `The role ${maskAccounts(roleArn)} could not be assumed (${calls.at(-1)?.operation ?? 'AssumeRole'}): ${maskAccounts(shorten(`${name}: ${message}`))}`,
      `Check that the role exists, that its trust policy lets the credentials in use assume it, and that its external id is the one in the ${file}. fixtures/iam/assume-policy.json has the permission that this takes.`,
      true,
      { cause: error },
    );
  }
}
