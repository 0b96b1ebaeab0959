import { CreateIdentityProviderCommand, CreateUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import policy from '../../fixtures/iam/drift-policy.json';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
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
      const called = new Set<string>();
      const listen = intercept('cognitoLabListen', async (operation, _, send) => {
        called.add(`cognito-idp:${operation}`);
        return send();
      });
      await pool.check({ baseline: undefined }, (client) => addLayers(client, [listen]));
      expect(policy.Statement.flatMap(({ Action }) => Action)).to.have.members([...called]);
    } finally {
      pool.remove();
    }
  });
});
