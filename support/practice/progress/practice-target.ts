import {
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { Call } from '../../aws/middleware/call-log';
import { maskAccount } from '../../common/text/mask';
import type { TargetDescription } from '../../lab/result/result';
import type { CreatedUser } from '../../lab/solution/plan';
import { copyPool } from '../../simulator/cognito/copy-pool';
import type { PoolRecord, UserRecord } from '../../simulator/cognito/records';
import { changeUser } from '../../simulator/cognito/users/directory';
import { SimulatedCognito } from '../../simulator/cognito/service';
import { SharedKeys } from '../../targets/mock/shared-keys';
import { simulatedClient } from '../../targets/mock/mock-client';
import type { CompletedLab, Place, Target } from '../../targets/target';

/**
 * A throw-away copy of a learner's pool, in the state that it is in now. Behaviour is tried on it as well: nobody signs
 * up or in on the pool itself. Without a pool, it is a learner who has created none.
 */
export class PracticeTarget implements Target {
  readonly calls: Call[] = [];
  readonly client: CognitoIdentityProviderClient;
  readonly place: Place;
  readonly #copy?: PoolRecord;
  readonly #owner: { region: string; accountId: string };

  constructor(
    cognito: SimulatedCognito,
    owner: { region: string; accountId: string },
    userPoolId: string | undefined,
    endpoint?: string,
  ) {
    const { clock, ids, store } = cognito;
    const copies = new SimulatedCognito({ clock, ids, keys: SharedKeys.source });
    const pool = userPoolId === undefined ? undefined : store.pools.get(userPoolId);
    this.#owner = pool ?? owner;
    this.#copy = pool && copyPool(pool, store, copies.store);
    const { region, accountId } = this.#owner;
    this.client = simulatedClient(copies, { region, accountId }, { calls: this.calls });
    this.place = { region, ...(endpoint !== undefined && { endpoint }) };
  }

  describe(): TargetDescription {
    const { region, accountId } = this.#owner;
    return {
      kind: 'mock',
      ...(this.#copy && { userPoolId: this.#copy.id }),
      region,
      account: maskAccount(accountId),
    };
  }

  async complete(): Promise<CompletedLab> {
    const copy = this.#copy;
    if (!copy) return {};
    const user = createdUserOf(copy);
    return { userPoolId: copy.id, ...(user && { createdUser: await this.#asCreated(copy, user) }) };
  }

  close(): Promise<void> {
    this.client.destroy();
    return Promise.resolve();
  }

  /**
   * The user as the lab has them created: with an address, a temporary password that nobody has used, and nothing else.
   * What the user has done since, or was given besides, says nothing about the pool. The password is another one here:
   * only the user knows theirs.
   */
  async #asCreated(copy: PoolRecord, user: UserRecord): Promise<CreatedUser> {
    const { UsernameAttributes: names = [], Policies } = copy.settings;
    const { email = '', phone_number = '' } = user.attributes;
    const byPhone = names.length > 0 && !names.includes('email');
    changeUser(copy, user, () => {
      const kept = ['email', 'email_verified', ...(byPhone ? ['phone_number', 'phone_number_verified'] : [])];
      user.attributes = Object.fromEntries(Object.entries(user.attributes).filter(([name]) => kept.includes(name)));
      Object.assign(user, { enabled: true, status: 'FORCE_CHANGE_PASSWORD', failedSignIns: 0, lockedUntil: undefined });
    });
    const password = temporaryPassword.padEnd(Policies?.PasswordPolicy?.MinimumLength ?? 0, temporaryPassword);
    const input = { UserPoolId: copy.id, Username: user.sub, Password: password, Permanent: false };
    try {
      await this.client.send(new AdminSetUserPasswordCommand(input));
    } catch (error) {
      throw explain(error, { operation: 'AdminSetUserPassword', ...this.place });
    }
    const username = byPhone ? phone_number : names.includes('email') ? email : user.username;
    return { username, email, temporaryPassword: password };
  }
}

/** Keeps every rule that a policy can have; repeated up to the policy's minimum length. */
const temporaryPassword = 'Practice-2-the-lab';

/** The user of the lab's last task: the first with an email address, if possible one who has not signed in yet. */
function createdUserOf({ users }: PoolRecord): UserRecord | undefined {
  let other: UserRecord | undefined;
  for (const user of users.values()) {
    if (!user.attributes.email?.includes('@')) continue;
    if (user.status === 'FORCE_CHANGE_PASSWORD') return user;
    other ??= user;
  }
  return other;
}
