import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect } from 'chai';
import { program } from '../../support/cli/program';
import type { LabResult } from '../../support/lab/result/result';
import { noAws } from '../cli/cognito-lab';
import { asNobody, nobody, Packed, productionPackages, root } from './packed';

const extensions = { js: 'mjs', cjs: 'cjs', ts: 'ts' } as const;

/** The fenced blocks of a page: ```js is an ES module, ```cjs CommonJS, ```ts is checked for its types. */
const examples = (page: string): [keyof typeof extensions, string][] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```(js|cjs|ts)\n([^]*?)^```$/gm)].map(
    ([, language, text = '']) => [language as keyof typeof extensions, text],
  );

const typeCheck = [
  join(root, 'node_modules/typescript/bin/tsc'),
  ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'],
  ...['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')],
];

const createPool = `
  const { CognitoIdentityProviderClient, CreateUserPoolCommand } = require('@aws-sdk/client-cognito-identity-provider');
  new CognitoIdentityProviderClient()
    .send(new CreateUserPoolCommand({ PoolName: 'pool' }))
    .then(({ UserPool }) => process.stdout.write(UserPool.Id));
`;

describe('The package', () => {
  let packed: Packed;
  /** A folder that is in no project, and that cannot be written to. */
  let elsewhere: string;

  before('pack it', async () => {
    packed = await Packed.make();
    elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    chmodSync(elsewhere, 0o555);
  });

  after(() => {
    packed.remove();
    rmSync(elsewhere, { recursive: true });
  });

  const cognitoLab = (args: string[]) => asNobody([packed.bin, ...args], elsewhere);

  it('has what it needs and nothing else', () => {
    const files = packed.files();
    expect(files).to.include.members(['package.json', 'README.md', 'LICENSE', 'bin/cognito-lab.js', 'cucumber.js']);
    const folders = new Set(files.flatMap((file) => (file.includes('/') ? [file.split('/')[0]] : [])));
    expect([...folders].sort()).to.deep.equal(['bin', 'dist', 'features', 'fixtures']);
    expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\.|\.map$|tsconfig|eslint|\/compile\//.test(file))).to.be.empty;
    expect(
      files.filter((file) => /^fixtures\/(corpus|results|classes|bench|emulators|settings|solutions)\//.test(file)),
    ).to.be.empty;
  });

  it('takes at most 75 MB with all that it needs', () => {
    const sizes = productionPackages().map((folder) => diskUsage(join(root, folder)));
    const megabytes = [diskUsage(packed.folder), ...sizes].reduce((a, b) => a + b, 0) / 1024 / 1024;
    expect(megabytes).to.be.above(20).and.at.most(75);
  });

  it('has every command', async () => {
    for (const command of program().commands) {
      const { code, stdout, stderr } = await cognitoLab([command.name(), '--help']);
      expect(code, stderr).to.equal(0);
      expect(stdout).to.include(`cognito-lab ${command.name()}`);
    }
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect((await cognitoLab(['--version'])).stdout).to.equal(`${version}\n`);
  });

  it('checks the lab on the mock', async () => {
    const { code, stdout, stderr } = await cognitoLab(['check', '--format', 'json']);
    expect(code, stderr).to.equal(0);
    expect((JSON.parse(stdout) as LabResult).score).to.deep.equal({ earned: 24, possible: 24 });
  });

  it('serves the sandbox, and takes, checks, grades and compares what is there', async () => {
    const work = mkdtempSync(join(tmpdir(), 'work-'));
    mkdirSync(join(work, 'class'));
    for (const folder of [work, join(work, 'class')]) chmodSync(folder, 0o777);
    const sandbox = spawn(process.execPath, [packed.bin, 'sandbox', '--port', '0'], {
      cwd: elsewhere,
      env: noAws(),
      stdio: ['ignore', 'pipe', 'inherit'],
      ...nobody,
    });
    try {
      const env = {
        AWS_ENDPOINT_URL: await addressOf(sandbox),
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'sandbox',
        AWS_SECRET_ACCESS_KEY: 'sandbox',
      };
      const script = join(packed.project, 'create-pool.cjs');
      writeFileSync(script, createPool);
      const { stdout: id, stderr: trouble } = await asNobody([script], work, env);
      expect(id, trouble).to.match(/^us-east-1_\w+$/);
      const endsIn = async (expected: number, args: string[]): Promise<string> => {
        const { code, stdout, stderr } = await asNobody([packed.bin, ...args], work, env);
        expect(code, `${args.join(' ')}: ${stderr}`).to.equal(expected);
        return stdout;
      };
      await endsIn(0, ['snapshot', '--user-pool-id', id, '--output', 'class/keke.json']);
      expect(await endsIn(1, ['check', '--snapshot', 'class/keke.json', '--format', 'html'])).to.match(/^<!doctype/i);
      await endsIn(1, ['grade', 'class', '--output', 'grades']);
      expect(readdirSync(join(work, 'grades'))).to.include.members(['gradebook.csv', 'report.html', 'summary.json']);
      await endsIn(1, ['drift', '--user-pool-id', id]);
      await endsIn(0, ['sweep', '--region', 'us-east-1']);
    } finally {
      sandbox.kill('SIGTERM');
      await once(sandbox, 'exit');
      rmSync(work, { recursive: true });
    }
  });

  for (const [index, [language, text]] of examples('docs/reference/api.md').entries())
    it(`does what its documentation shows: example ${index + 1}, ${language}`, async () => {
      const file = join(packed.project, `example-${index}.${extensions[language]}`);
      writeFileSync(file, text);
      const { code, stdout, stderr } = await asNobody(
        language === 'ts' ? [...typeCheck, file] : [file],
        packed.project,
      );
      expect(code, stdout + stderr).to.equal(0);
    });
});

/** What a folder takes on the disk, in bytes, without the packages inside of it. */
function diskUsage(folder: string): number {
  const sizes = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    const own = lstatSync(path).blocks * 512;
    if (!entry.isDirectory()) return own;
    return entry.name === 'node_modules' ? 0 : own + diskUsage(path);
  });
  return sizes.reduce((a, b) => a + b, 0);
}

/** The address that a sandbox prints when it has started. */
async function addressOf({ stdout }: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let printed = '';
  for await (const chunk of stdout) {
    printed += String(chunk);
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`The sandbox ended: ${printed}`);
}
