import { expect } from 'chai';
import * as fc from 'fast-check';
import { model } from '../../support/simulator/cognito/model/model';
import { operations } from '../../support/simulator/cognito/operations';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { callApi } from '../support/sandbox-call';

/** What AWS answers beside the exceptions that an operation's model lists: its front end's own. */
const common = ['InvalidParameterException', 'SerializationException', 'NotAuthorizedException'];

/** Any JSON, and now and then what a type that is nearly right would let through. */
const oddValue = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  fc.constantFrom('', ' ', '__proto__', 'constructor', '\u0000', '\ud800', 'us-east-1_none00000', -1, 1e308, 1.5, null),
  fc.string({ minLength: 200, maxLength: 5000 }),
);

describe('odd input over HTTP', () => {
  let sandbox: RunningServer;
  let UserPoolId: string;
  let ClientId: string;
  const warnings: string[] = [];

  before(async () => {
    sandbox = await startServer({ onWarning: (line) => warnings.push(line) });
    const { UserPool } = JSON.parse((await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'p' })).body) as {
      UserPool: { Id: string };
    };
    UserPoolId = UserPool.Id;
    const client = await callApi(sandbox.url, 'CreateUserPoolClient', { UserPoolId, ClientName: 'c' });
    ({ ClientId } = (JSON.parse(client.body) as { UserPoolClient: { ClientId: string } }).UserPoolClient);
  });
  after(() => sandbox.close());

  for (const operation of Object.keys(operations)) {
    it(`brings ${operation} to nothing but a documented error`, async () => {
      const { input = '', errors } = model().operations[operation] ?? { errors: [] };
      const members = Object.keys(model().shapes[input]?.members ?? {});
      // With real ids too, so that more than the first look-up is reached, and with well-formed ones of nothing. The
      // pool itself is kept, and so is its client.
      const isKept = !['DeleteUserPool', 'DeleteUserPoolClient'].includes(operation);
      const nothing = { UserPoolId: 'us-east-1_none00000', ClientId: 'none' };
      const ids = fc.constantFrom({}, nothing, { ...nothing, UserPoolId }, isKept ? { UserPoolId, ClientId } : {});
      const known = fc
        .constantFrom({}, { Token: 'a', AccessToken: 'a', Username: 'a' })
        .chain((more) => ids.map((some) => ({ ...more, ...some })));
      const odd = fc.dictionary(fc.constantFrom(...members, '__proto__', 'unknown'), oddValue, { maxKeys: 6 });
      await fc.assert(
        fc.asyncProperty(odd, known, async (values, some) => {
          const { status, body } = await callApi(sandbox.url, operation, { ...values, ...some });
          if (status === 200) return;
          expect(status, body).to.equal(400);
          expect((JSON.parse(body) as { __type: string }).__type).to.be.oneOf([...common, ...errors]);
        }),
        { numRuns: 25 },
      );
      expect(warnings).to.deep.equal([]);
    });
  }
});
