import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makePool } from '../../fixtures/corpus/made-pool';
import { saveAsCliOutput } from '../mutants/cli-folder';
import { run } from '../support/program';
import { cognitoLab, noAws, root } from './cognito-lab';

/** What Cucumber, ts-node and swc read from the environment is meant for the user's own projects. */
describe('Variables of the libraries inside', () => {
  let folder: string;
  let server: Server;
  let requests: string[];
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'variables-'));
    await saveAsCliOutput(await makePool({}), join(folder, 'class', 'keke'));
    requests = [];
    // A stand-in for the service that Cucumber publishes to.
    server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      request.resume();
      const { port } = server.address() as AddressInfo;
      response.writeHead(202, { 'content-type': 'application/json', location: `http://127.0.0.1:${port}/upload` });
      response.end('{"banner": "published"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const code = join(folder, 'code.js');
    writeFileSync(code, `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, '');`);
    env = noAws({
      CUCUMBER_PUBLISH_ENABLED: 'true',
      CUCUMBER_PUBLISH_TOKEN: 'x',
      CUCUMBER_PUBLISH_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/reports`,
      CUCUMBER_PUBLISH_QUIET: 'false',
      CUCUMBER_WORKER_ID: '7',
      TS_NODE_PROJECT: join(folder, 'none.json'),
      TS_NODE_COMPILER: code,
      TS_NODE_IGNORE: '.',
      TS_NODE_TYPE_CHECK: 'true',
      // Other options are another entry in the cache, so that swc itself would be loaded.
      TS_NODE_COMPILER_OPTIONS: '{"target": "es2021"}',
      SWC_BINARY_PATH: code,
    });
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const nothingCame = (): void => {
    expect(requests).to.deep.equal([]);
    expect(existsSync(join(folder, 'ran')), 'code that a variable names').to.be.false;
  };

  it('publish nothing of a check, and run nothing', async () => {
    const { code, stderr } = await cognitoLab(['check', '--snapshot', join(folder, 'class', 'keke')], env);
    expect(stderr).not.to.match(/published|bug/);
    expect(code).to.equal(0);
    nothingCame();
  });

  it('publish nothing of a class', async () => {
    const output = join(folder, 'graded');
    const { code } = await cognitoLab(['grade', join(folder, 'class'), '--output', output], env);
    expect(code).to.equal(0);
    expect(readFileSync(join(output, 'gradebook.csv'), 'utf8')).to.include('keke');
    nothingCame();
  });

  it('publish nothing of a run of Cucumber by itself', async () => {
    const cucumber = join(root, 'node_modules/@cucumber/cucumber/bin/cucumber.js');
    const { code, stdout } = await run(process.execPath, [cucumber, '--tags', '@task-2'], { env, cwd: root });
    expect(stdout).to.match(/scenarios? \(\d+ passed\)/);
    expect(code).to.equal(0);
    nothingCame();
  });
});
