/**
 * How long `check --watch` takes to show a change: of the sandbox, which tells it, and of an endpoint that tells nothing,
 * as AWS does not. `npm run bench:watch`; takes two minutes.
 */
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { adminPrefix } from '../support/simulator/server/admin';
import { startServer } from '../support/simulator/server/start-server';
import { awsEnvironment } from '../tests/support/program';
import { callApi } from '../tests/support/sandbox-call';

const times = 10;

/** Passes calls on to the sandbox and nothing that is the sandbox's own. */
async function mute(url: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(adminPrefix)) return outgoing.writeHead(400).end();
    const { method, headers } = incoming;
    const onward = request(url, { method, headers, path: incoming.url }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    return incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** The milliseconds from each change to its line, and the calls of the watch in each second on average. */
async function measure(isTold: boolean): Promise<{ delays: number[]; callsPerSecond: number }> {
  let calls = 0;
  const sandbox = await startServer({ onCall: () => calls++ });
  const muted = await mute(sandbox.url);
  const { body } = await callApi(sandbox.url, 'CreateUserPool', { PoolName: 'bench', UsernameAttributes: ['email'] });
  const { Id: UserPoolId } = (JSON.parse(body) as { UserPool: { Id: string } }).UserPool;
  const watch = spawn(
    process.execPath,
    [join(__dirname, '../bin/cognito-lab.js'), 'check', '--watch', '--user-pool-id', UserPoolId],
    { env: awsEnvironment(isTold ? sandbox.url : muted.url), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  watch.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  const said = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(text)) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const delays: number[] = [];
  try {
    await said(/Task 8: .*\n.*points/);
    const [began, before] = [performance.now(), calls];
    for (let at = 0; at < times; at++) {
      // A change may come at any time after a look.
      await new Promise((resolve) => setTimeout(resolve, 300 + ((at * 397) % 1000)));
      text = '';
      const { body: client } = await callApi(sandbox.url, 'CreateUserPoolClient', {
        UserPoolId,
        ClientName: 'kekeclient',
      });
      const changed = performance.now();
      await said(/app-client: failed, now passed/);
      delays.push(performance.now() - changed);
      const { ClientId } = (JSON.parse(client) as { UserPoolClient: { ClientId: string } }).UserPoolClient;
      await callApi(sandbox.url, 'DeleteUserPoolClient', { UserPoolId, ClientId });
      await said(/app-client: passed, now failed/);
    }
    const own = 2 * times;
    return { delays, callsPerSecond: ((calls - before - own) * 1000) / (performance.now() - began) };
  } finally {
    watch.kill();
    muted.close();
    await sandbox.close();
  }
}

async function main(): Promise<void> {
  for (const isTold of [true, false]) {
    const { delays, callsPerSecond } = await measure(isTold);
    const [least, median, most] = [0, Math.floor(times / 2), times - 1].map(
      (at) => [...delays].sort((a, b) => a - b)[at]?.toFixed(0) ?? '',
    );
    console.log(
      `${isTold ? 'told by the sandbox' : 'an endpoint that tells nothing'}: a change shows after ${median} ms (${least} to ${most}), ${callsPerSecond.toFixed(1)} calls a second`,
    );
  }
}

void main();
