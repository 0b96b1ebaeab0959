import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const aws = 'InvalidParameterException: ';

describe('deleting a pool', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  describe('a pool that is not there', () => {
    it('is a resource that was not found', async () => {
      const text = 'ResourceNotFoundException: User pool us-east-1_Nowhere00 does not exist.';
      for (const operation of ['DescribeUserPool', 'UpdateUserPool', 'DeleteUserPool', 'GetUserPoolMfaConfig'])
        expect(await simulation.refusal(operation, { UserPoolId: 'us-east-1_Nowhere00' }), operation).to.equal(text);
    });

    it('is one of another region, too', async () => {
      const { Id } = await simulation.createPool();
      expect(await simulation.refusal('DescribeUserPool', { UserPoolId: Id }, 'eu-west-1')).to.equal(
        `ResourceNotFoundException: User pool ${Id} does not exist.`,
      );
      expect(await simulation.call('ListUserPools', { MaxResults: 1 }, 'eu-west-1')).to.deep.equal({ UserPools: [] });
    });
  });

  describe('deleting', () => {
    it('is refused while the pool is protected', async () => {
      const { Id } = await simulation.createPool({ DeletionProtection: 'ACTIVE' });
      expect(await simulation.refusal('DeleteUserPool', { UserPoolId: Id })).to.equal(
        `${aws}The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.`,
      );
      await simulation.call('UpdateUserPool', { UserPoolId: Id, DeletionProtection: 'INACTIVE' });
      expect(await simulation.refusal('DeleteUserPool', { UserPoolId: Id })).to.equal('accepted');
    });

    it('is refused while the pool has a domain', async () => {
      const { Id } = await simulation.createPool();
      await simulation.call('CreateUserPoolDomain', { UserPoolId: Id, Domain: 'lab' });
      expect(await simulation.refusal('DeleteUserPool', { UserPoolId: Id })).to.equal(
        `${aws}User pool cannot be deleted. It has a domain configured that should be deleted first.`,
      );
    });

    it('takes users, clients and groups along', async () => {
      const { Id } = await simulation.createPool();
      await simulation.createClient(Id);
      await simulation.createUser(Id, 'anna');
      await simulation.call('CreateGroup', { UserPoolId: Id, GroupName: 'team' });
      await simulation.call('DeleteUserPool', { UserPoolId: Id });
      const { pools, clients, sessions, refreshTokens } = simulation.cognito.store;
      expect([pools.size, clients.size, sessions.size, refreshTokens.size]).to.deep.equal([0, 0, 0, 0]);
    });
  });
});
