import {
  AdminCreateUserCommand,
  AdminDeleteUserAttributesCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { checkResult } from './check-process';
import { checksIn, notPassed, readDifferences } from './differences';
import { missingForMoto, startMoto } from './emulator';
import { fiveCalls, testExistingPools } from './existing-pools';
import { testPlayedLab } from './played-lab';
import { learnerPool } from './pools/learner-pool';
import { Rig, skipWithout } from './rig';

/** One more than AWS lists on a page. */
const moreThanAPage = 61;

describe('check on moto', function () {
  const differences = readDifferences('moto');
  let rig: Rig;
  const started = (): Rig => rig;

  before(async function () {
    skipWithout(this, await missingForMoto());
    rig = await Rig.start(startMoto);
  });
  after(() => (rig as Rig | undefined)?.stop());

  describe('the lab played', () => testPlayedLab(differences, started));

  describe('a pool that exists', () => testExistingPools(differences, started));

  describe('a pool with more than a page', () => {
    let sdk: CognitoIdentityProviderClient;

    // By the SDK: the AWS CLI would take a second for each.
    before(() => {
      const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
      sdk = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: started().emulator.url, credentials });
    });
    after(() => sdk.destroy());

    it('of app clients finds kekeclient on the last one', async () => {
      const { userPoolId: UserPoolId } = await started().cli.make(learnerPool({ clients: [] }));
      for (let number = 1; number <= moreThanAPage; number++)
        await sdk.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: `client-${number}` }));
      await sdk.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'kekeclient' }));
      await expectRight(UserPoolId, { ...fiveCalls, ListUserPoolClients: 2 });
    });

    it('of users finds the only email address on the last one', async () => {
      const { userPoolId: UserPoolId } = await started().cli.make(learnerPool({ users: [] }));
      for (let number = 1; number <= 2 * moreThanAPage; number++) {
        const Username = `user-${number}@example.com`;
        await sdk.send(new AdminCreateUserCommand({ UserPoolId, Username }));
        await sdk.send(new AdminDeleteUserAttributesCommand({ UserPoolId, Username, UserAttributeNames: ['email'] }));
      }
      await sdk.send(new AdminCreateUserCommand({ UserPoolId, Username: 'keke@example.com' }));
      await expectRight(UserPoolId, { ...fiveCalls, ListUsers: 3 });
    });

    it('of users reads no further than the first email address', async () => {
      const { userPoolId: UserPoolId } = await started().cli.make(learnerPool());
      for (let number = 1; number <= moreThanAPage; number++)
        await sdk.send(new AdminCreateUserCommand({ UserPoolId, Username: `user-${number}@example.com` }));
      await expectRight(UserPoolId, fiveCalls);
    });

    const expectRight = async (userPoolId: string, calls: Record<string, number>): Promise<void> => {
      const { code, result } = await checkResult(started().emulator.url, '--user-pool-id', userPoolId);
      expect(notPassed(checksIn(result))).to.deep.equal({});
      expect(code).to.equal(0);
      expect(result.calls).to.deep.equal(calls);
    };
  });
});
