import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import type { Snapshot } from '../../support/targets/submission/snapshot-schema';
import { plantPool, secretsIn } from '../secrets/planted';
import { awsEnvironment, run } from '../support/program';
import { cognitoLab, noAws, root } from './cognito-lab';
import { asRight, reply, startStandIn, type Answer, type StandIn } from './stand-in';

describe('cognito-lab snapshot', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const args = (userPoolId: string): string[] => ['snapshot', '--user-pool-id', userPoolId, '--output', 'keke.json'];
  const taken = (): Snapshot => JSON.parse(readFileSync(join(folder, 'keke.json'), 'utf8')) as Snapshot;
  const check = (): ReturnType<typeof cognitoLab> => cognitoLab(['check', '--snapshot', 'keke.json'], noAws(), folder);

  describe('of a pool in the sandbox', () => {
    let sandbox: RunningServer;
    let userPoolId: string;
    let made: string[];
    before(async () => {
      sandbox = await startServer();
      ({ userPoolId, made } = await plantPool(sandbox));
    });
    after(() => sandbox.close());
    const take = (): ReturnType<typeof cognitoLab> => cognitoLab(args(userPoolId), awsEnvironment(sandbox.url), folder);

    it('is one file without a secret or an address, with a digest, and says that it is self-reported', async () => {
      const { code, stdout, stderr } = await take();
      expect([code, stdout]).to.deep.equal([0, '']);
      expect(stderr).to.include('It is self-reported').and.to.include('check --snapshot keke.json');
      expect(readdirSync(folder)).to.deep.equal(['keke.json']);
      const text = readFileSync(join(folder, 'keke.json'), 'utf8');
      expect(secretsIn(text, made)).to.deep.equal([]);
      expect(text).not.to.match(/success\+keke|123456789012/);
      expect(taken()).to.include({
        userPoolId,
        region: 'us-east-1',
        account: '********9012',
      });
      expect(taken().note).to.match(/^Self-reported/);
      expect(taken().digest).to.match(/^sha256:[0-9a-f]{64}$/);
      expect([0, 1]).to.include((await check()).code);
    });

    it('is the same for the same pool, date and digest aside', async () => {
      const texts = [];
      for (let time = 0; time < 2; time++) {
        await take();
        texts.push(readFileSync(join(folder, 'keke.json'), 'utf8').replace(/"(takenAt|digest)": ".*"/g, ''));
      }
      expect(texts[0]).to.equal(texts[1]);
    });

    it('is refused once a character of it was changed', async () => {
      await take();
      const text = readFileSync(join(folder, 'keke.json'), 'utf8');
      writeFileSync(join(folder, 'keke.json'), text.replace('"OFF"', '"ON"'));
      expect(text).to.include('"OFF"');
      const { code, stderr } = await check();
      expect(code).to.equal(2);
      expect(stderr).to.include('is damaged: its digest is not that of its content');
    });

    it('is whole or absent: nothing is left of it where it has no room', async function () {
      if (process.platform === 'win32') this.skip();
      const limited = ['-c', 'ulimit -f 4 && exec "$0" "$@"', process.execPath, join(root, 'bin/cognito-lab.js')];
      const { code, stderr } = await run('sh', [...limited, ...args(userPoolId)], {
        env: awsEnvironment(sandbox.url),
        cwd: folder,
      });
      expect(code, stderr).to.equal(2);
      expect(stderr).to.include('"keke.json" cannot be written');
      expect(readdirSync(folder)).to.deep.equal([]);
    });

    it('is not written where there is no such pool, and says so once', async () => {
      const { code, stderr } = await cognitoLab(args('us-east-1_000000000'), awsEnvironment(sandbox.url), folder);
      expect(code).to.equal(2);
      expect(stderr.match(/There is no user pool us-east-1_000000000/g)).to.have.lengthOf(1);
      expect(existsSync(join(folder, 'keke.json'))).to.equal(false);
    });
  });

  describe('of an endpoint', () => {
    let endpoint: StandIn | undefined;
    afterEach(() => endpoint?.close());
    const take = async (answer: Answer): ReturnType<typeof cognitoLab> => {
      endpoint = await startStandIn(answer);
      return cognitoLab(args('us-east-1_AbCdEf123'), awsEnvironment(endpoint.url), folder);
    };

    it('takes five calls that read', async () => {
      expect((await take(asRight)).code).to.equal(0);
      expect(endpoint?.asked.sort()).to.deep.equal([
        'DescribeUserPool',
        'DescribeUserPoolClient',
        'ListIdentityProviders',
        'ListUserPoolClients',
        'ListUsers',
      ]);
      expect((await check()).code).to.equal(0);
    });

    it('says what could not be read, to take it again; handed in as it is, that has no grade', async () => {
      const { code, stderr } = await take((operation, response) =>
        operation === 'ListUsers'
          ? reply(response, 400, { __type: 'AccessDeniedException', message: 'keke is not authorized' })
          : asRight(operation, response),
      );
      expect(code).to.equal(2);
      expect(stderr).to.match(/not complete[^]*ListUsers: No permission for ListUsers\.\n[^]*cognito-idp:ListUsers/);
      expect(Object.keys(taken().failures)).to.deep.equal(['ListUsers']);
      expect((await check()).code).to.equal(2);
    });
  });
});
