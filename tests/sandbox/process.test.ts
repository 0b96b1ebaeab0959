import { expect } from 'chai';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLines } from '../../support/common/files/read-lines';
import { readState } from '../../support/simulator/server/state';
import { callApi } from '../support/sandbox-call';
import { SandboxProcess } from '../support/sandbox-process';

describe('cognito-lab sandbox', function () {
  let folder: string;
  let state: string;
  const started: SandboxProcess[] = [];
  const start = (...args: string[]): SandboxProcess => {
    const process = new SandboxProcess(args);
    started.push(process);
    return process;
  };

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'cognito-lab-'));
    state = join(folder, 'state.json');
  });
  afterEach(async () => {
    for (const process of started.splice(0)) await process.end('SIGKILL');
    fs.rmSync(folder, { recursive: true });
  });

  const createPool = async (url: string, PoolName = 'p'): Promise<{ Id: string; Arn: string }> => {
    const { body } = await callApi(url, 'CreateUserPool', { PoolName });
    return (JSON.parse(body) as { UserPool: { Id: string; Arn: string } }).UserPool;
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`starts, says where, and stops in order at ${signal}`, async () => {
      const sandbox = start('--port', '0');
      const url = await sandbox.url();
      expect((await callApi(url, 'ListUserPools', { MaxResults: 1 })).status).to.equal(200);
      const { code, stdout, stderr } = await sandbox.end(signal);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout).to.contain(`export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${url}`);
    });

  it('stops while a connection is still open', async () => {
    const sandbox = start('--port', '0');
    const { port } = new URL(await sandbox.url());
    const reply = await fetch(`http://127.0.0.1:${port}/_cognito-lab/health`);
    await reply.text();
    const before = Date.now();
    expect((await sandbox.end('SIGINT')).code).to.equal(0);
    expect(Date.now() - before).to.be.lessThan(3000);
  });

  it('is of the account that it is told', async () => {
    const url = await start('--port', '0', '--account', '111122223333').url();
    expect((await createPool(url)).Arn).to.contain(':111122223333:');
  });

  it('enforces quotas when it is told, and not otherwise', async () => {
    const codes = async (url: string) =>
      Promise.all(
        Array.from({ length: 30 }, async () => (await callApi(url, 'ListUserPools', { MaxResults: 1 })).body),
      );
    const limited = await codes(await start('--port', '0', '--quotas').url());
    expect(limited.filter((body) => body.includes('TooManyRequestsException'))).to.have.length.within(1, 15);
    const free = await codes(await start('--port', '0').url());
    expect(free.filter((body) => body.includes('TooManyRequestsException'))).to.have.lengthOf(0);
  });

  it('reports calls on standard error when it is told, and no secret', async () => {
    const sandbox = start('--port', '0', '--verbose');
    const url = await sandbox.url();
    const { Id } = await createPool(url);
    await callApi(url, 'AdminCreateUser', { UserPoolId: Id, Username: 'ann', TemporaryPassword: 'S3cret-word!' });
    await callApi(url, 'AdminGetUser', { UserPoolId: Id, Username: 'nobody' });
    const { stderr } = await sandbox.end('SIGINT');
    expect(stderr).to.match(/ CreateUserPool us-east-1 ok [0-9a-f-]{36}\n/);
    expect(stderr).to.match(/ AdminGetUser us-east-1 UserNotFoundException [0-9a-f-]{36}\n/);
    expect(stderr).not.to.contain('S3cret-word!');
  });

  it('says so when others can reach it', async () => {
    const sandbox = start('--port', '0', '--host', '0.0.0.0');
    await sandbox.url();
    expect((await sandbox.end('SIGINT')).stdout).to.contain('not on this machine alone');
  });

  it('says that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stderr, stdout } = await start('--port', String(port), '--state', state).end();
    other.close();
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(stderr)
      .to.contain(`Port ${String(port)}`)
      .and.to.contain('--port 0');
    expect(fs.existsSync(`${state}.lock`)).to.equal(false);
  });

  it('says that a port is held by a sandbox of ours', async () => {
    const port = new URL(await start('--port', '0').url()).port;
    const { code, stderr } = await start('--port', port).end();
    expect(code).to.equal(2);
    expect(stderr)
      .to.contain(`A sandbox of cognito-lab runs there already: http://127.0.0.1:${port}/ (user pools in it: 0).`)
      .and.to.contain('--port 0');
  });

  for (const args of [
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--account', '12345'],
    ['--host', '203.0.113.1', '--port', '0'],
    ['--nonsense'],
  ])
    // prettier-ignore
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stderr, stdout } = await start(...args).end();
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).not.to.equal('').and.not.to.match(/\n\s+at /);
    });

  describe('with a state file', () => {
    it('goes on where it stopped: users, and tokens too', async () => {
      const first = start('--port', '0', '--state', state);
      const url = await first.url();
      const { Id } = await createPool(url);
      const { body } = await callApi(url, 'CreateUserPoolClient', {
        UserPoolId: Id,
        ClientName: 'c',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      });
      const { ClientId } = (JSON.parse(body) as { UserPoolClient: { ClientId: string } }).UserPoolClient;
      const Password = 'Str0ng-enough!';
      await callApi(url, 'SignUp', { ClientId, Username: 'ann', Password }, null);
      await callApi(url, 'AdminConfirmSignUp', { UserPoolId: Id, Username: 'ann' });
      const signedIn = await callApi(
        url,
        'InitiateAuth',
        { AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: { USERNAME: 'ann', PASSWORD: Password } },
        null,
      );
      const { AuthenticationResult } = JSON.parse(signedIn.body) as {
        AuthenticationResult: { AccessToken: string; RefreshToken: string };
      };
      const keys = await (await fetch(`${url}/${Id}/.well-known/jwks.json`)).json();
      expect((await first.end('SIGINT')).code).to.equal(0);

      const again = await start('--port', '0', '--state', state).url();
      const { AccessToken, RefreshToken } = AuthenticationResult;
      expect((await callApi(again, 'GetUser', { AccessToken }, null)).status).to.equal(200);
      const refreshed = await callApi(
        again,
        'InitiateAuth',
        { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters: { REFRESH_TOKEN: RefreshToken } },
        null,
      );
      expect(refreshed.status).to.equal(200);
      expect(await (await fetch(`${again}/${Id}/.well-known/jwks.json`)).json()).to.deep.equal(keys);
    });

    it('is empty after a reset, for good', async () => {
      const first = start('--port', '0', '--state', state);
      const url = await first.url();
      await createPool(url);
      await fetch(`${url}/_cognito-lab/reset`, { method: 'POST' });
      await first.end('SIGTERM');
      expect(readState(readLines(state, 1e9)).pools.size).to.equal(0);
    });

    it('leaves a whole state behind, whenever it is killed', async function () {
      this.timeout(120_000);
      let kept = 0;
      for (let round = 0; round < 6; round += 1) {
        const sandbox = start('--port', '0', '--state', state);
        const url = await sandbox.url();
        const before = kept;
        let answered = 0;
        const busy = (async () => {
          for (;;) {
            const reply = await createPool(url, 'x'.repeat(100)).catch(() => undefined);
            if (!reply) return;
            answered += 1;
          }
        })();
        await sleep(150 + 97 * round);
        expect((await sandbox.end('SIGKILL')).signal).to.equal('SIGKILL');
        await busy;
        kept = readState(readLines(state, 1e9)).pools.size;
        expect(kept, 'what was kept before').to.be.at.least(before);
        expect(kept, 'no more than was asked for').to.be.at.most(before + answered + 1);
      }
      expect(kept, 'what was answered a while before the kill').to.be.greaterThan(0);
      const next = start('--port', '0', '--state', state);
      await next.url();
      await next.end('SIGINT');
      expect(fs.readdirSync(folder)).to.deep.equal(['state.json']);
    });

    for (const content of ['', '{"format":"cognito-lab/sandbox-state/v9"}', 'a diary'])
      it(`refuses one that it does not know, and leaves it: ${content}`, async () => {
        fs.writeFileSync(state, content);
        const { code, stdout, stderr } = await start('--port', '0', '--state', state).end();
        expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
        expect(stderr)
          .to.contain(state)
          .and.to.contain('left as it is')
          .and.not.to.match(/\n\s+at /);
        expect(fs.readFileSync(state, 'utf8')).to.equal(content);
      });

    it('refuses one that another sandbox has', async () => {
      await start('--port', '0', '--state', state).url();
      const { code, stderr } = await start('--port', '0', '--state', state).end();
      expect(code).to.equal(2);
      expect(stderr).to.contain('in use by process ');
    });

    it('refuses a place where none can be', async () => {
      const { code, stderr } = await start('--port', '0', '--state', join(folder, 'no', 'such')).end();
      expect(code).to.equal(2);
      expect(stderr).to.contain('does not exist');
    });
  });
});
