import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadDotenv, settableByDotenv } from './environment';
import { Problem } from './problem';

describe('A .env file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (): string => join(folder, '.env');
  const load = (text: string | Buffer, env: NodeJS.ProcessEnv = {}): { env: NodeJS.ProcessEnv; ignored: string[] } => {
    writeFileSync(file(), text);
    return { env, ...loadDotenv(file(), env) };
  };

  it('may set the variables that .env.example documents, and no others', () => {
    const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    expect([...example.matchAll(/^# ?([A-Z_]+)=/gm)].map(([, name]) => name)).to.deep.equal(settableByDotenv);
  });

  it('sets what the environment does not, in any encoding of a shell', () => {
    const text = 'LAB_USER_POOL_NAME="from file" # the class\r\nexport AWS_REGION=eu-west-1\nLAB_TARGET=\n';
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')])
      expect(load(bytes).env).to.deep.equal({ LAB_USER_POOL_NAME: 'from file', AWS_REGION: 'eu-west-1' });
    expect(load(text, { AWS_REGION: 'us-east-1', LAB_USER_POOL_ID: '' }).env).to.deep.equal({
      LAB_USER_POOL_NAME: 'from file',
      AWS_REGION: 'us-east-1',
    });
  });

  it('names the lab that it sets, so that nobody is checked by one unawares', () => {
    expect(load('LAB_DIR=labs/lenient')).to.deep.equal({
      env: { LAB_DIR: 'labs/lenient' },
      ignored: [],
      lab: 'labs/lenient',
    });
    expect(load('LAB_DIR=labs/lenient', { LAB_DIR: 'mine' })).not.to.have.property('lab');
  });

  it('sets nothing by which a library runs or loads something, and says which of it was AWS’s', () => {
    const names = [
      'AWS_CONFIG_FILE',
      'AWS_SHARED_CREDENTIALS_FILE',
      'AWS_WEB_IDENTITY_TOKEN_FILE',
      'AWS_CONTAINER_CREDENTIALS_FULL_URI',
      'AWS_ROLE_ARN',
      'AWS_ENDPOINT_URL_STS',
      'SWC_BINARY_PATH',
      'NODE_OPTIONS',
      'TS_NODE_TRANSPILER',
      'CUCUMBER_PUBLISH_TOKEN',
      'HTTPS_PROXY',
      'PATH',
      '__proto__',
    ];
    const { env, ignored } = load(names.map((name) => `${name}=./evil`).join('\n'));
    expect(env).to.deep.equal({});
    expect(ignored).to.have.lengthOf(5);
    expect(names).to.include.members(ignored);
  });

  it('may name an endpoint on this machine, and none elsewhere', () => {
    const name = 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER';
    for (const here of ['http://127.0.0.1:5229', 'http://localhost:1', 'https://[::1]:8'])
      expect(load(`${name}=${here}`).env).to.deep.equal({ [name]: here });
    for (const there of ['https://evil.example', 'http://127.0.0.1.evil.example', 'http://127.0.0.1@evil.example', 'x'])
      expect(() => load(`${name}=${there}`)).to.throw(Problem, /which is not on this machine/);
    // It is the user's own word that counts.
    expect(load(`${name}=https://evil.example`, { [name]: 'https://mine.example' }).env).to.deep.equal({
      [name]: 'https://mine.example',
    });
  });

  it('that sets the target to an account does not allow the account as well, unless the user asked', () => {
    const both = 'LAB_TARGET=aws\nLAB_ALLOWED_ACCOUNTS=123456789012\n';
    const accounts = (text: string, env: NodeJS.ProcessEnv = {}, isAsked = false): string | undefined => {
      writeFileSync(file(), text);
      loadDotenv(file(), env, isAsked);
      return env.LAB_ALLOWED_ACCOUNTS;
    };
    expect(accounts(both)).to.equal(undefined);
    expect(accounts(both, {}, true)).to.equal('123456789012');
    expect(accounts(both, { LAB_TARGET: 'aws' })).to.equal('123456789012');
    expect(accounts(both, { LAB_ALLOWED_ACCOUNTS: '210987654321' })).to.equal('210987654321');
    expect(accounts('LAB_ALLOWED_ACCOUNTS=123456789012\n')).to.equal('123456789012');
  });

  const unusable: [what: string, make: (path: string) => unknown][] = [
    ['a dangling link', (path) => symlinkSync('nowhere', path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
    ['1 GB', (path) => (writeFileSync(path, ''), truncateSync(path, 2 ** 30))],
  ];
  for (const [what, make] of unusable)
    it(`is refused, and not left out, where it is ${what}`, function () {
      if (process.platform === 'win32') this.skip();
      make(file());
      expect(() => loadDotenv(file(), {})).to.throw(Problem, /\.env is/);
    });

  it('sets nothing where it is a folder, as a virtual environment of Python can be', () => {
    mkdirSync(file());
    writeFileSync(join(file(), 'pyvenv.cfg'), 'LAB_TARGET=aws');
    const env = {};
    expect(loadDotenv(file(), env)).to.deep.equal({ ignored: [], isFolder: true });
    expect(env).to.deep.equal({});
  });

  it('is not needed', () => {
    expect(loadDotenv(file(), {})).to.deep.equal({ ignored: [] });
  });
});
