import {
  CognitoIdentityProviderServiceException,
  CreateUserPoolDomainCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
import { Problem } from '../../support/common/problem';
import { updatePool } from './changes';
import { WatchedPool } from './pool';

/** A client that AWS denies one operation. */
const deny =
  (operation: string) =>
  (client: CognitoIdentityProviderClient): void => {
    const denial = intercept('cognitoLabDenial', async (called, _, send) => {
      if (called !== operation) return send();
      throw new CognitoIdentityProviderServiceException({
        name: 'AccessDeniedException',
        message: 'User: arn:aws:iam::123456789012:user/keke is not authorized',
        $fault: 'client',
        $metadata: {},
      });
    });
    addLayers(client, [denial]);
  };

/** What is left open when an operation is denied. */
const left: Record<string, (pool: WatchedPool) => string[]> = {
  ListUserPoolClients: () => ['UserPoolClients', 'app-client'],
  DescribeUserPoolClient: ({ clientId }) => [`UserPoolClients[${clientId}]`, 'app-client'],
  ListIdentityProviders: () => ['IdentityProviders', 'provider-cognito'],
  GetUserPoolMfaConfig: () => ['MfaConfig'],
  DescribeUserPoolDomain: () => ['Domains[keke-denied]'],
  ListUsers: () => ['user-created'],
};

describe('A pool that cannot be read to the end', () => {
  let pool: WatchedPool;

  beforeEach(async () => {
    pool = await WatchedPool.make();
    await pool.owner.send(new CreateUserPoolDomainCommand({ UserPoolId: pool.id, Domain: 'keke-denied' }));
    await pool.takeBaseline();
  });
  afterEach(() => pool.remove());

  const scene = () => ({ owner: pool.owner, UserPoolId: pool.id, ClientId: pool.clientId });

  for (const [operation, parts] of Object.entries(left))
    it(`is an error where ${operation} is denied, and what is seen elsewhere is still told`, async () => {
      await updatePool(scene(), { DeletionProtection: 'ACTIVE' });
      const { status, pools } = await pool.check({}, deny(operation));
      expect(status).to.equal('error');
      expect(pools[0]?.differences.map(({ path }) => path)).to.deep.equal(['UserPool.DeletionProtection']);
      expect(pools[0]?.unread).to.have.lengthOf(1);
      expect(pools[0]?.unread[0]?.parts).to.have.members(parts(pool));
      expect(pools[0]?.unread[0]?.reason).to.equal(`No permission for ${operation}.`);
      expect(pools[0]?.unread[0]?.remedy).not.to.contain('123456789012');
    });

  it('leaves everything of the pool itself open where DescribeUserPool is denied, and invents no difference', async () => {
    const { status, pools } = await pool.check({}, deny('DescribeUserPool'));
    expect(status).to.equal('error');
    expect(pools[0]?.differences).to.deep.equal([]);
    expect(pools[0]?.unread[0]?.parts).to.include.members(['UserPool', 'Domains', 'mfa-off']);
  });

  for (const operation of Object.keys(left))
    it(`has no baseline taken where ${operation} is denied: the one there is stays as it was`, async () => {
      const before = readFileSync(pool.baseline, 'utf8');
      const refused: Problem[] = [];
      await updatePool(scene(), { DeletionProtection: 'ACTIVE' });
      const { status } = await pool.check({ update: true, onRefused: (why) => refused.push(why) }, deny(operation));
      expect(status).to.equal('error');
      expect(refused.map(({ message }) => message)).to.deep.equal([
        `The baseline ${pool.baseline} was not written: not everything could be read.`,
      ]);
      expect(readFileSync(pool.baseline, 'utf8')).to.equal(before);
    });
});

describe('A baseline', () => {
  let pool: WatchedPool;
  before(async () => {
    pool = await WatchedPool.make();
    await pool.takeBaseline();
  });
  after(() => pool.remove());

  const problemOf = async (text: string | undefined): Promise<string> => {
    const other = `${pool.baseline}.other`;
    if (text !== undefined) writeFileSync(other, text);
    try {
      await pool.check({ baseline: other });
      return 'accepted';
    } catch (error) {
      if (error instanceof Problem) return error.message;
      throw error;
    }
  };

  it('keeps no secret, no date, no whole account', () => {
    const text = readFileSync(pool.baseline, 'utf8');
    expect(text).to.match(/"ClientSecret": "set, not shown \([0-9a-f]{4}\)"/);
    expect(text).not.to.match(/CreationDate|LastModifiedDate|EstimatedNumberOfUsers|123456789012/);
  });

  it('stays as it is where it would say the same', async () => {
    const before = readFileSync(pool.baseline, 'utf8');
    const { pools } = await pool.check({ update: true });
    expect(readFileSync(pool.baseline, 'utf8')).to.equal(before);
    expect(pools[0]?.baseline?.takenAt).to.equal('2026-11-22T06:00:00.000Z');
  });

  it('is refused where it is missing, is no JSON, is something else, or is of another pool', async () => {
    const right = readFileSync(pool.baseline, 'utf8');
    expect(await problemOf(undefined)).to.match(/does not exist\. It should be a baseline/);
    expect(await problemOf('{')).to.match(/is not JSON/);
    expect(await problemOf('[]')).to.match(/is not a baseline/);
    expect(await problemOf(right.replace('baseline/v1', 'baseline/v2'))).to.match(/at schema: /);
    expect(await problemOf(right.replaceAll(pool.id, 'us-east-1_Other0000'))).to.match(/of the user pool us-east-1_Ot/);
    expect(await problemOf(right)).to.equal('accepted');
  });
});
