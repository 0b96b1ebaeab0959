import {
  CreateIdentityProviderCommand,
  CreateUserPoolDomainCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import policy from '../../fixtures/iam/drift-policy.json';
import { logCalls, type Call } from '../../support/aws/middleware/call-log';
import { WatchedPool } from './pool';

describe('fixtures/iam/drift-policy.json', () => {
  it('allows what looking for drift calls, whatever there is to look at, and nothing else', async () => {
    const pool = await WatchedPool.make();
    try {
      const { owner, id: UserPoolId } = pool;
      await owner.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain: 'keke-permissions' }));
      const ProviderDetails = { client_id: 'a', client_secret: 'b', authorize_scopes: 'openid' };
      await owner.send(
        new CreateIdentityProviderCommand({
          UserPoolId,
          ProviderName: 'Google',
          ProviderType: 'Google',
          ProviderDetails,
        }),
      );
      let calls: Call[] = [];
      const listen = (client: CognitoIdentityProviderClient): void => {
        calls = logCalls(client);
      };
      await pool.check({ baseline: undefined }, listen);
      const called = new Set(calls.map(({ operation }) => `cognito-idp:${operation}`));
      expect(policy.Statement.flatMap(({ Action }) => Action)).to.have.members([...called]);
    } finally {
      pool.remove();
    }
  });
});
