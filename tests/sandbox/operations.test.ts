import { expect } from 'chai';
import { operations, type OperationName } from '../../support/simulator/cognito/operations';
import { readState, writeState } from '../../support/simulator/server/state';
import { clientCases, domainCases, groupCases, identityProviderCases } from './operations/pool-resources';
import { poolCases } from './operations/pools';
import { Scene, type Case } from './operations/scene';
import { signInCases } from './operations/sign-in';
import { selfServiceCases, userCases } from './operations/users';

/** Every simulated operation, and how the SDK drives it. The type holds it to the table, and so does a test. */
const cases: Record<OperationName, Case> = {
  ...poolCases,
  ...clientCases,
  ...domainCases,
  ...identityProviderCases,
  ...groupCases,
  ...userCases,
  ...selfServiceCases,
  ...signInCases,
};

describe('the SDK over HTTP', () => {
  let scene: Scene;
  before(async () => {
    scene = await Scene.open();
  });
  after(() => scene.close());

  it('drives every operation of the table', () => {
    expect(Object.keys(cases).sort()).to.deep.equal(Object.keys(operations).sort());
  });

  for (const [operation, { succeeds, fails, as }] of Object.entries(cases)) {
    it(`${operation} succeeds`, async () => {
      scene.takeDriven();
      await succeeds(scene);
      expect(scene.takeDriven().succeeded).to.include(operation);
    });

    it(`${operation} is refused with ${as[0]}`, async () => {
      scene.takeDriven();
      const error = await fails(scene).then(
        () => undefined,
        (reason: unknown) => reason as Error & { $metadata: { httpStatusCode: number; requestId: string } },
      );
      expect(scene.takeDriven().failed).to.include(operation);
      expect(error?.name).to.equal(as[0]);
      if (as[1] instanceof RegExp) expect(error?.message).to.match(as[1]);
      else expect(error?.message).to.equal(as[1]);
      expect(error?.$metadata.httpStatusCode).to.equal(400);
      expect(error?.$metadata.requestId).to.match(/^[0-9a-f-]{36}$/);
    });
  }

  it('leaves a store that a restart brings back as it is', () => {
    const { store } = scene.sandbox.cognito;
    expect(store.refreshTokens.size).to.be.greaterThan(0);
    expect(readState([...writeState(store)].join('').trimEnd().split('\n'))).to.deep.equal(store);
  });
});
