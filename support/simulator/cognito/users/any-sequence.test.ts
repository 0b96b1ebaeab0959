import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { documented, listed, Practice } from '../../../../tests/support/practice';
import { CognitoError } from '../errors';
import type { OperationName } from '../operations';
import type { PoolRecord } from '../records';
import { findUser } from './directory';

/** Where a sequence is at: the service, what is known of it by other means, and who holds which tokens. */
interface Scene {
  practice: Practice;
  UserPoolId: string;
  ClientId: string;
  /** By `sub`: what a sign-in with this password must find. Absent where nobody knows. */
  passwords: Map<string, string>;
  tokens: { sub: string; AccessToken: string; RefreshToken: string }[];
}

const kinds: Record<string, Partial<CreateUserPoolCommandInput>> = {
  names: {},
  aliases: { AliasAttributes: ['email', 'preferred_username'], AutoVerifiedAttributes: ['email'] },
  'caseless emails': {
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
  },
  'emails or phones, kept until verified': {
    UsernameAttributes: ['email', 'phone_number'],
    AutoVerifiedAttributes: ['email'],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  },
};

const names = ['ann', 'Ann', 'bob', 'ann@example.com', 'Ann@example.com', 'bob@example.com', '+15550100'];
const passwords = ['Passw0rd!', 'Passw1rd!', 'weak'];
// The first of each comes often, so that calls meet.
const name = fc.oneof({ weight: 3, arbitrary: fc.constant('ann@example.com') }, fc.constantFrom(...names));
const password = fc.oneof({ weight: 3, arbitrary: fc.constant('Passw0rd!') }, fc.constantFrom(...passwords));
const attributes = fc.dictionary(
  fc.constantFrom('email', 'email_verified', 'preferred_username', 'phone_number', 'name'),
  fc.constantFrom(...names, 'true', 'false', ''),
  { maxKeys: 3 },
);
const nth = fc.nat(9);

/** One call of a sequence. What it answers is known to the caller; a refusal is `undefined`. */
interface Step {
  operation: OperationName;
  input: (scene: Scene) => object;
  /** What must hold afterwards. */
  then?: (scene: Scene, answer: Record<string, unknown> | undefined) => Promise<void> | void;
}

const subOf = ({ practice, UserPoolId }: Scene, of: string) => findUser(practice.record(UserPoolId), of)?.sub;
const learn = (scene: Scene, of: string, secret: string | undefined) => {
  const sub = subOf(scene, of);
  if (sub === undefined) return;
  if (secret === undefined) scene.passwords.delete(sub);
  else scene.passwords.set(sub, secret);
};
const bearer = ({ tokens }: Scene, index: number) => ({
  AccessToken: tokens[index % Math.max(1, tokens.length)]?.AccessToken ?? 'a.b.c',
});
const user = (scene: Scene, Username: string) => ({ UserPoolId: scene.UserPoolId, Username });

const byAdmin = (operation: OperationName, more: object = {}) =>
  name.map((Username): Step => ({ operation, input: (scene) => ({ ...user(scene, Username), ...more }) }));
const byBearer = (operation: OperationName, more: (scene: Scene) => object = () => ({})) =>
  nth.map((index): Step => ({ operation, input: (scene) => ({ ...bearer(scene, index), ...more(scene) }) }));
const lastCode = ({ practice }: Scene) => practice.cognito.outbox.messages.at(-1)?.code ?? '000000';

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(name, attributes, password, fc.boolean())
    .map(([Username, sent, TemporaryPassword, ForceAliasCreation]): Step => ({
      operation: 'AdminCreateUser',
      input: (scene) => ({
        ...user(scene, Username),
        UserAttributes: listed(sent),
        TemporaryPassword,
        ForceAliasCreation,
      }),
      then: (scene, answer) => answer && learn(scene, Username, undefined),
    })),
  fc.tuple(name, attributes, password).map(([Username, sent, Password]): Step => ({
    operation: 'SignUp',
    input: ({ ClientId }) => ({ ClientId, Username, Password, UserAttributes: listed(sent) }),
    then: (scene, answer) => {
      if (answer) scene.passwords.set(String(answer.UserSub), Password);
    },
  })),
  fc.tuple(name, fc.boolean()).map(([Username, ForceAliasCreation]): Step => ({
    operation: 'ConfirmSignUp',
    input: (scene) => ({
      ClientId: scene.ClientId,
      Username,
      ConfirmationCode: lastCode(scene),
      ForceAliasCreation,
    }),
  })),
  fc.tuple(name, password).map(([Username, Password]): Step => ({
    operation: 'AdminSetUserPassword',
    input: (scene) => ({ ...user(scene, Username), Password, Permanent: true }),
    then: (scene, answer) => answer && learn(scene, Username, Password),
  })),
  {
    weight: 6,
    arbitrary: fc.tuple(name, password).map(([USERNAME, PASSWORD]): Step => signingIn(USERNAME, PASSWORD)),
  },
  fc.tuple(name, attributes).map(([Username, sent]): Step => ({
    operation: 'AdminUpdateUserAttributes',
    input: (scene) => ({ ...user(scene, Username), UserAttributes: listed(sent) }),
  })),
  fc.tuple(nth, attributes).map(([index, sent]): Step => ({
    operation: 'UpdateUserAttributes',
    input: (scene) => ({ ...bearer(scene, index), UserAttributes: listed(sent) }),
  })),
  byAdmin('AdminAddUserToGroup', { GroupName: 'staff' }),
  byAdmin('AdminConfirmSignUp'),
  byAdmin('AdminDeleteUser'),
  byAdmin('AdminDeleteUserAttributes', { UserAttributeNames: ['email'] }),
  byAdmin('AdminDisableUser'),
  byAdmin('AdminEnableUser'),
  byAdmin('AdminResetUserPassword'),
  byAdmin('AdminUserGlobalSignOut'),
  byBearer('DeleteUser'),
  byBearer('GetUserAttributeVerificationCode', () => ({ AttributeName: 'email' })),
  byBearer('VerifyUserAttribute', (scene) => ({ AttributeName: 'email', Code: lastCode(scene) })),
  byBearer('GlobalSignOut'),
  nth.map((index): Step => ({
    operation: 'RevokeToken',
    input: ({ ClientId, tokens }) => ({
      ClientId,
      Token: tokens[index % Math.max(1, tokens.length)]?.RefreshToken ?? 'none',
    }),
  })),
  name.map((Username): Step => ({
    operation: 'ForgotPassword',
    input: ({ ClientId }) => ({ ClientId, Username }),
  })),
  fc.tuple(name, password).map(([Username, Password]): Step => ({
    operation: 'ConfirmForgotPassword',
    input: (scene) => ({ ClientId: scene.ClientId, Username, Password, ConfirmationCode: lastCode(scene) }),
    then: (scene, answer) => answer && learn(scene, Username, Password),
  })),
);

const everyOperation = [
  'AdminAddUserToGroup',
  'AdminConfirmSignUp',
  'AdminCreateUser',
  'AdminDeleteUser',
  'AdminDeleteUserAttributes',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminResetUserPassword',
  'AdminSetUserPassword',
  'AdminUpdateUserAttributes',
  'AdminUserGlobalSignOut',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'DeleteUser',
  'ForgotPassword',
  'GetUserAttributeVerificationCode',
  'GlobalSignOut',
  'InitiateAuth',
  'RevokeToken',
  'SignUp',
  'UpdateUserAttributes',
  'VerifyUserAttribute',
];

/** Signs in, and knows whether it should have worked. */
function signingIn(USERNAME: string, PASSWORD: string): Step {
  return {
    operation: 'InitiateAuth',
    input: ({ ClientId }) => ({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
    then: async (scene, answer) => {
      const found = findUser(scene.practice.record(scene.UserPoolId), USERNAME);
      const known = found && scene.passwords.get(found.sub);
      const may =
        found?.enabled === true && found.status === 'CONFIRMED' && (found.lockedUntil ?? 0) <= scene.practice.now;
      if (known !== undefined) expect(answer !== undefined, 'signed in').to.equal(may && known === PASSWORD);
      const { AccessToken, RefreshToken } = (answer?.AuthenticationResult ?? {}) as Record<string, string>;
      if (!found || !AccessToken || !RefreshToken) return;
      scene.tokens.push({ sub: found.sub, AccessToken, RefreshToken });
      const { Username } = await scene.practice.call('GetUser', { AccessToken });
      expect(Username).to.equal(found.username);
    },
  };
}

/** Whether the call was answered. */
async function take(scene: Scene, { operation, input, then }: Step): Promise<boolean> {
  const { practice } = scene;
  let answer: Record<string, unknown> | undefined;
  practice.now += 7000;
  try {
    answer = (await practice.call(operation, input(scene))) as Record<string, unknown>;
    const told = JSON.stringify(answer);
    for (const secret of passwords) expect(told).not.to.include(secret);
    for (const { code } of practice.cognito.outbox.messages) if (code) expect(told).not.to.include(`"${code}"`);
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    expect(documented(operation), operation).to.include(error.code);
    for (const secret of passwords.slice(0, 2)) expect(error.message).not.to.include(secret);
  }
  await then?.(scene, answer);
  return answer !== undefined;
}

/** Who is found is who is there: by every name that stands for them, and by no other. */
function expectConsistent({ practice, UserPoolId }: Scene): void {
  const pool = practice.record(UserPoolId);
  const { refreshTokens } = practice.cognito.store;
  expect(Object.fromEntries(pool.index)).to.deep.equal(indexOf(pool));
  for (const { members } of pool.groups.values())
    for (const sub of members) expect(pool.users.has(sub), 'member').to.equal(true);
  for (const [token, { sub, revoked }] of refreshTokens) {
    const owner = pool.users.get(sub);
    if (owner) expect(owner.refreshTokens.has(token), 'a token is its user’s').to.equal(true);
    else expect(revoked, 'a deleted user’s token is revoked').to.equal(true);
  }
}

/** The index as it must be, made from nothing but the users. */
function indexOf({ users, settings }: PoolRecord): Record<string, string> {
  const index: Record<string, string> = {};
  const folded = (key: string) => (settings.UsernameConfiguration?.CaseSensitive === false ? key.toLowerCase() : key);
  for (const { sub, username, attributes: of } of users.values()) {
    const aliases = (settings.AliasAttributes ?? []).map((alias) =>
      alias === 'preferred_username' || of[`${alias}_verified`] === 'true' ? of[alias] : undefined,
    );
    const own = settings.UsernameAttributes?.length ? [] : [username];
    for (const key of [...own, ...(settings.UsernameAttributes ?? []).map((alias) => of[alias]), ...aliases]) {
      if (!key) continue;
      expect(index[folded(key)] ?? sub, `${key} stands for one user`).to.equal(sub);
      index[folded(key)] = sub;
    }
  }
  return index;
}

/** A pool with a user who has signed in. */
async function begin(settings: Partial<CreateUserPoolCommandInput>): Promise<Scene> {
  const practice = new Practice();
  const scene: Scene = { practice, ...(await practice.pool(settings)), passwords: new Map(), tokens: [] };
  await practice.call('CreateGroup', { UserPoolId: scene.UserPoolId, GroupName: 'staff' });
  const username = settings.UsernameAttributes ? 'ann@example.com' : 'ann';
  await practice.user(scene.UserPoolId, username, { email: 'ann@example.com', email_verified: 'true' });
  learn(scene, username, 'Passw0rd!');
  await take(scene, signingIn(username, 'Passw0rd!'));
  return scene;
}

describe('Any sequence of calls about users', () => {
  const answered = new Set<OperationName>();
  // Or else the sequences were too odd to try anything.
  after(() => expect([...answered].sort()).to.deep.equal(everyOperation));

  for (const [kind, settings] of Object.entries(kinds))
    it(`leaves a consistent store, and only documented refusals: a pool of ${kind}`, () =>
      fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 60, size: 'max' }), async (sequence) => {
          const scene = await begin(settings);
          for (const step of sequence) {
            if (await take(scene, step)) answered.add(step.operation);
            expectConsistent(scene);
          }
        }),
        { numRuns: 100 },
      ));
});
