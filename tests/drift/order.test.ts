import {
  CreateUserPoolClientCommand,
  CreateUserPoolDomainCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import fc from 'fast-check';
import { readBaseline } from '../../support/commands/drift/baseline';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
import { WatchedPool } from './pool';

/** Every list of an answer in another order, and what moves by itself moved. */
function disturbed(value: unknown, shuffle: <T>(list: T[]) => T[], number: number): unknown {
  if (Array.isArray(value)) return shuffle(value.map((item) => disturbed(item, shuffle, number)));
  if (value instanceof Date) return new Date(number);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === 'EstimatedNumberOfUsers' ? number : disturbed(member, shuffle, number),
  ]);
  return Object.fromEntries(shuffle(members));
}

const disturb =
  (seed: number) =>
  (client: CognitoIdentityProviderClient): void => {
    const random = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), { numRuns: 1, seed })[0];
    const shuffle = <T>(list: T[]): T[] =>
      list
        .map((item) => ({ item, at: random?.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
    const disturbance = intercept(
      'cognitoLabDisturbance',
      async (_, __, send) => disturbed(await send(), shuffle, seed >>> 0) as object,
    );
    addLayers(client, [disturbance]);
  };

describe('A baseline against itself', () => {
  let pool: WatchedPool;

  before(async () => {
    pool = await WatchedPool.make({
      UsernameAttributes: ['email', 'phone_number'],
      AutoVerifiedAttributes: ['email'],
      UserPoolTags: { team: 'blue', term: 'autumn' },
    });
    for (const ClientName of ['one', 'two'])
      await pool.owner.send(
        new CreateUserPoolClientCommand({
          UserPoolId: pool.id,
          ClientName,
          ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
          CallbackURLs: ['https://example.com/a', 'https://example.com/b'],
          AllowedOAuthFlows: ['code'],
          AllowedOAuthScopes: ['openid', 'email', 'phone'],
          AllowedOAuthFlowsUserPoolClient: true,
          SupportedIdentityProviders: ['COGNITO'],
          ReadAttributes: ['email', 'name', 'phone_number'],
        }),
      );
    await pool.owner.send(new CreateUserPoolDomainCommand({ UserPoolId: pool.id, Domain: 'keke-order' }));
    await pool.takeBaseline();
  });
  after(() => pool.remove());

  it('has no difference, however the answers are ordered and whatever moves by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const { status, pools } = await pool.check({}, disturb(seed));
        expect(pools[0]?.differences).to.deep.equal([]);
        expect(status).to.equal('same');
      }),
      { numRuns: 25 },
    );
  });

  it('is written the same however the answers are ordered', async () => {
    const { readFileSync, rmSync } = await import('node:fs');
    const text = readFileSync(pool.baseline, 'utf8');
    rmSync(pool.baseline);
    await pool.check({ update: true, now: '2026-11-22T06:00:00.000Z' }, disturb(7));
    expect(readFileSync(pool.baseline, 'utf8')).to.equal(text);
  });

  it('has every app client, however many pages there are of them', async () => {
    const many = await WatchedPool.make();
    try {
      for (let number = 0; number < 130; number++)
        await many.owner.send(new CreateUserPoolClientCommand({ UserPoolId: many.id, ClientName: `client ${number}` }));
      await many.takeBaseline();
      expect(Object.keys(readBaseline(many.baseline, many.id).settings.UserPoolClients ?? {})).to.have.lengthOf(131);
      const { pools, status } = await many.check({}, disturb(3));
      expect([status, pools[0]?.differences]).to.deep.equal(['same', []]);
    } finally {
      many.remove();
    }
  });

  it('accepts what the lab would not, and says so: that is no drift', async () => {
    const { pools, status } = await pool.check();
    expect(status).to.equal('same');
    expect(pools[0]?.accepted).to.deep.equal(['sign-in-email-only']);
  });
});
