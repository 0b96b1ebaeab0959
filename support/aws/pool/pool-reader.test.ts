import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { expect } from 'chai';
import { CouldNotLook } from '../../common/could-not-look';
import { PoolReader } from './pool-reader';

const client = new sdk.CognitoIdentityProviderClient({ region: 'us-east-1' });
const aws = mockClient(client);
const reader = (): PoolReader => new PoolReader(client, 'us-east-1_AbCdEf123');

/** What became of it: the error where there was one. */
const outcome = (reading: Promise<unknown>): Promise<unknown> => reading.catch((error: unknown) => error);

describe('The reader of a pool', () => {
  beforeEach(() => aws.reset());

  it('reads all pages of app clients', async () => {
    aws
      .on(sdk.ListUserPoolClientsCommand)
      .resolves({ UserPoolClients: [{ ClientName: 'one' }], NextToken: 'b' })
      .on(sdk.ListUserPoolClientsCommand, { NextToken: 'b' })
      .resolves({ UserPoolClients: [{ ClientName: 'two' }] });
    expect(await reader().clients()).to.deep.equal([{ ClientName: 'one' }, { ClientName: 'two' }]);
  });

  it('reads no further than the first user with an email address', async () => {
    const keke = { Username: 'keke', Attributes: [{ Name: 'email', Value: 'keke@example.com' }] };
    aws
      .on(sdk.ListUsersCommand)
      .resolves({ Users: [{ Username: 'nobody' }], PaginationToken: 'b' })
      .on(sdk.ListUsersCommand, { PaginationToken: 'b' })
      .resolves({ Users: [keke], PaginationToken: 'c' });
    expect(await reader().userWithEmail()).to.deep.equal({ user: keke, seen: 2 });
    expect(aws.commandCalls(sdk.ListUsersCommand)).to.have.lengthOf(2);
  });

  it('could not look where the pages never end', async () => {
    aws.on(sdk.ListUsersCommand).resolves({ Users: [], PaginationToken: 'again' });
    aws.on(sdk.ListIdentityProvidersCommand).resolves({ Providers: [], NextToken: 'again' });
    for (const reading of [reader().userWithEmail(), reader().identityProviders()])
      expect(await outcome(reading))
        .to.be.an.instanceOf(CouldNotLook)
        .with.property('message')
        .that.includes('do not end');
  });

  it('asks once, however many want to know, and remembers what could not be read', async () => {
    aws.on(sdk.DescribeUserPoolCommand).rejects(new Error('no'));
    const one = reader();
    const [first, second] = await Promise.all([outcome(one.pool()), outcome(one.pool())]);
    expect(first).to.be.an.instanceOf(CouldNotLook).and.to.equal(second);
    expect(aws.commandCalls(sdk.DescribeUserPoolCommand)).to.have.lengthOf(1);
  });
});
