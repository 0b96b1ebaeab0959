import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js';
import { expect } from 'chai';
import { signature } from '../../sign-in/srp';
import type { OperationName } from '..';
import { Practice } from '../../../../../tests/support/practice';

type Reply = (error: Error | null, data?: unknown) => void;
type Outcome = CognitoUserSession | { newPasswordRequired: unknown; required: unknown };

/** AWS's own client library, speaking to the simulated service instead of to the network. */
class AwsClient {
  readonly #pool: CognitoUserPool;
  /** What was asked of the service. */
  readonly asked: string[] = [];

  constructor(practice: Practice, ids: { UserPoolId: string; ClientId: string }) {
    this.#pool = new CognitoUserPool(ids);
    const request = (operation: OperationName, input: object, reply: Reply) => {
      this.asked.push(operation);
      // Over the wire a member that is undefined is not there.
      const sent = JSON.parse(JSON.stringify(input)) as object;
      practice.call(operation, sent).then(
        (data) => reply(null, data),
        (error: Error & { code: string }) => reply(Object.assign(new Error(error.message), { code: error.code })),
      );
    };
    Object.assign((this.#pool as unknown as { client: object }).client, { request });
  }

  user(Username: string): CognitoUser {
    return new CognitoUser({ Username, Pool: this.#pool });
  }

  signIn(Username: string, Password: string, user = this.user(Username)): Promise<Outcome> {
    const details = new AuthenticationDetails({ Username, Password });
    return new Promise((resolve, reject) => user.authenticateUser(details, outcomes(resolve, reject)));
  }
}

const outcomes = (resolve: (outcome: Outcome) => void, reject: (error: Error) => void): IAuthenticationCallback => ({
  onSuccess: resolve,
  onFailure: reject,
  newPasswordRequired: (attributes: unknown, required: unknown) => {
    resolve({ newPasswordRequired: attributes, required });
  },
});

describe('USER_SRP_AUTH', () => {
  let practice: Practice;
  let UserPoolId: string;
  let ClientId: string;
  let client: AwsClient;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId, ClientId } = await practice.pool());
    await practice.user(UserPoolId, 'ann');
    client = new AwsClient(practice, { UserPoolId, ClientId });
  });
  const refusal = (name: string, password: string) =>
    client.signIn(name, password).then(
      () => 'signed in',
      (error: Error & { code: string }) => `${error.code}: ${error.message}`,
    );

  it('signs in AWS’s own client, which never sends the password', async () => {
    const session = (await client.signIn('ann', 'Passw0rd!')) as CognitoUserSession;
    expect(session.getIdToken().decodePayload()).to.include({ 'cognito:username': 'ann', token_use: 'id' });
    expect(client.asked).to.deep.equal(['InitiateAuth', 'RespondToAuthChallenge']);
    await practice.call('GetUser', { AccessToken: session.getAccessToken().getJwtToken() });
  });

  it('agrees with the client on every number, however it is padded', async () => {
    for (let seed = 2; seed < 8; seed += 1) {
      const other = new Practice(seed);
      const ids = await other.pool();
      await other.user(ids.UserPoolId, 'ann', {}, `Pässw0rd ${seed}!`);
      const session = await new AwsClient(other, ids).signIn('ann', `Pässw0rd ${seed}!`);
      expect(session, `seed ${seed}`).to.respondTo('getIdToken');
    }
  });

  it('takes an alias, and a name of another case, for the user', async () => {
    const ids = await practice.pool({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
    await practice.user(ids.UserPoolId, 'ann@example.com');
    const byEmail = new AwsClient(practice, ids);
    expect(await byEmail.signIn('Ann@Example.com', 'Passw0rd!')).to.respondTo('getIdToken');
  });

  it('refuses a wrong password, a user who is not confirmed, disabled or must reset', async () => {
    expect(await refusal('ann', 'Passw1rd!')).to.equal('NotAuthorizedException: Incorrect username or password.');
    await practice.call('SignUp', { ClientId, Username: 'bob', Password: 'Passw0rd!' });
    expect(await refusal('bob', 'Passw0rd!')).to.equal('UserNotConfirmedException: User is not confirmed.');
    await practice.call('AdminDisableUser', { UserPoolId, Username: 'ann' });
    expect(await refusal('ann', 'Passw0rd!')).to.equal('NotAuthorizedException: User is disabled.');
  });

  it('tells who does not exist only where the client does', async () => {
    expect(await refusal('nobody', 'Passw0rd!')).to.equal('UserNotFoundException: User does not exist.');
    const hiding = await practice.client(UserPoolId, { PreventUserExistenceErrors: 'ENABLED' });
    client = new AwsClient(practice, { UserPoolId, ClientId: hiding.ClientId ?? '' });
    expect(await refusal('nobody', 'Passw0rd!')).to.equal('NotAuthorizedException: Incorrect username or password.');
    const begin = async (USERNAME: string) => {
      const { ChallengeParameters = {} } = await practice.call('InitiateAuth', {
        ClientId: hiding.ClientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME, SRP_A: 'a1' },
      });
      return ChallengeParameters;
    };
    const [one, two, other, real] = [await begin('x'), await begin('x'), await begin('y'), await begin('ann')];
    expect(one.SALT).to.equal(two.SALT).and.not.to.equal(other.SALT);
    expect(one.SRP_B).not.to.equal(two.SRP_B);
    expect(one.USER_ID_FOR_SRP).to.equal('x');
    expect(Object.keys(one)).to.deep.equal(Object.keys(real));
    expect(one.SALT).to.have.length(real.SALT?.length ?? 0);
  });

  it('leads to a new password where the old one is temporary', async () => {
    await practice.call('AdminSetUserPassword', { UserPoolId, Username: 'ann', Password: 'Passw0rd!' });
    const user = client.user('ann');
    const challenge = await client.signIn('ann', 'Passw0rd!', user);
    expect(challenge).to.deep.equal({ newPasswordRequired: {}, required: [] });
    const session = await new Promise((resolve, reject) =>
      user.completeNewPasswordChallenge('Passw1rd!', {}, outcomes(resolve, reject)),
    );
    expect(session).to.respondTo('getIdToken');
    expect(await client.signIn('ann', 'Passw1rd!')).to.respondTo('getIdToken');
  });

  it('gives zero a challenge, whose answer anybody can compute, and accepts none', async () => {
    const { ChallengeParameters: { SECRET_BLOCK = '', SALT = '', SRP_B = '' } = {} } = await practice.call(
      'InitiateAuth',
      { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'ann', SRP_A: '0' } },
    );
    expect(SALT).not.to.equal('');
    const TIMESTAMP = 'Thu Sep 24 12:00:00 UTC 2026';
    const message = Buffer.concat([
      Buffer.from(`${UserPoolId.split('_')[1] ?? ''}ann`),
      Buffer.from(SECRET_BLOCK, 'base64'),
      Buffer.from(TIMESTAMP),
    ]);
    const exchange = { x: '1', clientPublic: '0', serverPrivate: '1', serverPublic: SRP_B };
    expect(
      await practice.refusal('RespondToAuthChallenge', {
        ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: {
          USERNAME: 'ann',
          PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
          PASSWORD_CLAIM_SIGNATURE: signature(exchange, message),
          TIMESTAMP,
        },
      }),
    ).to.equal('NotAuthorizedException: Incorrect username or password.');
  });

  it('wants every parameter, a number to work with, and each block answered once', async () => {
    const begin = (more: object) => ({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: 'ann', ...more },
    });
    expect(await practice.refusal('InitiateAuth', begin({}))).to.equal(
      'InvalidParameterException: Missing required parameter SRP_A',
    );
    for (const SRP_A of ['no number', 'f'.repeat(1025)])
      expect(await practice.refusal('InitiateAuth', begin({ SRP_A }))).to.match(/^InvalidParameterException/);
    const { ChallengeParameters = {} } = await practice.call('InitiateAuth', begin({ SRP_A: 'a1' }));
    const responses: Record<string, string> = {
      USERNAME: 'ann',
      PASSWORD_CLAIM_SECRET_BLOCK: ChallengeParameters.SECRET_BLOCK ?? '',
      PASSWORD_CLAIM_SIGNATURE: 'd3Jvbmc=',
      TIMESTAMP: 'Thu Sep 24 12:00:00 UTC 2026',
    };
    const answer = (more: object = {}) => ({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { ...responses, ...more },
    });
    for (const name of Object.keys(responses))
      expect(await practice.refusal('RespondToAuthChallenge', answer({ [name]: '' }))).to.equal(
        `InvalidParameterException: Missing required parameter ${name}`,
      );
    expect(await practice.refusal('RespondToAuthChallenge', answer({ TIMESTAMP: '2026-09-24' }))).to.match(
      /^InvalidParameterException: TIMESTAMP format/,
    );
    expect(await practice.refusal('RespondToAuthChallenge', answer())).to.equal(
      'NotAuthorizedException: Incorrect username or password.',
    );
    expect(await practice.refusal('RespondToAuthChallenge', answer())).to.equal(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    );
  });
});
