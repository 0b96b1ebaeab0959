import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LabResult } from '../../lab/result/result';
import { Problem } from '../../common/problem';
import { openSnapshot } from '../snapshot-target';
import { rightAnswers } from '../../../tests/cli/stand-in';
import { idsOf, runOn } from '../../../tests/lab/run';
import { digestOf } from '../../common/json/digest';
import { cliFiles } from './cli-folder';
import { SNAPSHOT_SCHEMA } from './snapshot-schema';

const described = [
  'user-pool-exists',
  'sign-in-email-only',
  'password-policy-default',
  'mfa-off',
  'self-sign-up',
  'email-verified-at-sign-up',
  'required-attributes',
  'cognito-email',
  'user-pool-name',
];

describe('A submission', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'submission-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown): void =>
    writeFileSync(
      join(folder, name),
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  const writeAll = (): void => {
    for (const [operation, name] of Object.entries(cliFiles)) write(name, rightAnswers[operation]);
  };
  const check = (path = folder): Promise<LabResult> => runOn(openSnapshot(path));
  const reasonOf = (result: LabResult, id: string): string =>
    result.tasks.flatMap(({ checks }) => checks).find((found) => found.id === id)?.reason ?? '';
  const snapshot = (more: object = {}): object => {
    const { DescribeUserPoolClient, ...answers } = rightAnswers;
    const content = {
      schema: SNAPSHOT_SCHEMA,
      takenAt: '2026-11-23T00:00:00.000Z',
      version: '1.0.0',
      note: 'Self-reported.',
      userPoolId: 'us-east-1_AbCdEf123',
      answers: { ...answers, DescribeUserPoolClient: [DescribeUserPoolClient] },
      failures: {},
      ...more,
    };
    return { digest: digestOf(content), ...content };
  };

  describe('as a folder of AWS CLI output', () => {
    beforeEach(writeAll);

    it('passes a right pool, with behaviour skipped and unknown files ignored', async () => {
      write('notes.txt', 'my notes');
      write('describe-user-pool-domain.json', 'not json');
      const result = await check();
      expect(result.status).to.equal('passed');
      expect(idsOf(result, 'skipped')).to.have.lengthOf(7);
      expect(result.target).to.deep.equal({
        kind: 'snapshot',
        userPoolId: 'us-east-1_AbCdEf123',
        region: 'us-east-1',
        account: '********9012',
      });
    });

    for (const [operation, name] of Object.entries(cliFiles))
      it(`could not check what needs ${name} where it is missing, and checks the rest`, async () => {
        rmSync(join(folder, name));
        const result = await check();
        const needing: Record<string, string[]> = {
          DescribeUserPool: described,
          ListIdentityProviders: ['provider-cognito'],
          ListUserPoolClients: ['app-client'],
          DescribeUserPoolClient: ['app-client'],
          ListUsers: ['user-created'],
        };
        expect(idsOf(result, 'error')).to.deep.equal(needing[operation]);
        expect(idsOf(result, 'failed')).to.deep.equal([]);
        expect(result.status).to.equal('error');
        expect(reasonOf(result, needing[operation]?.[0] ?? '')).to.equal(`${name} is missing.`);
      });

    it('fails app-client where the list has no client of the name, whether one is described or not', async () => {
      write(cliFiles.ListUserPoolClients, { UserPoolClients: [{ ClientId: 'x', ClientName: 'other' }] });
      rmSync(join(folder, cliFiles.DescribeUserPoolClient));
      const result = await check();
      expect(idsOf(result, 'failed')).to.deep.equal(['app-client']);
      expect(result.status).to.equal('failed');
    });

    it('finds the right one among several described clients', async () => {
      rmSync(join(folder, cliFiles.DescribeUserPoolClient));
      mkdirSync(join(folder, 'user-pool-clients'));
      write('user-pool-clients/a.json', { UserPoolClient: { ClientId: 'zzz', ClientName: 'other' } });
      write('user-pool-clients/b.json', rightAnswers.DescribeUserPoolClient);
      expect((await check()).status).to.equal('passed');
    });

    it('is not kept from the right one by a file that cannot be read', async () => {
      mkdirSync(join(folder, 'user-pool-clients'));
      write('user-pool-clients/._abc.json', 'what a Mac leaves in an archive');
      expect((await check()).status).to.equal('passed');
      rmSync(join(folder, cliFiles.DescribeUserPoolClient));
      expect(reasonOf(await check(), 'app-client')).to.include('user-pool-clients/._abc.json is not JSON');
    });

    it('takes any of several clients of the name, whichever is described', async () => {
      const { UserPoolClients } = rightAnswers.ListUserPoolClients as { UserPoolClients: object[] };
      const twin = { ClientId: 'twin', ClientName: 'kekeclient' };
      for (const listed of [
        [twin, ...UserPoolClients],
        [...UserPoolClients, twin],
      ]) {
        write(cliFiles.ListUserPoolClients, { UserPoolClients: listed });
        expect((await check()).status).to.equal('passed');
      }
      write(cliFiles.ListUserPoolClients, { UserPoolClients: [twin, { ...twin, ClientId: 'other twin' }] });
      expect(idsOf(await check(), 'error')).to.deep.equal(['app-client']);
    });

    it('reads what the shells of Windows write', async () => {
      const text = JSON.stringify(rightAnswers.DescribeUserPool);
      write(cliFiles.DescribeUserPool, Buffer.from(`\ufeff${text}`, 'utf16le'));
      write(cliFiles.ListUsers, `\ufeff${JSON.stringify(rightAnswers.ListUsers)}`);
      const big = Buffer.from(`\ufeff${JSON.stringify(rightAnswers.ListUserPoolClients)}`, 'utf16le').swap16();
      write(cliFiles.ListUserPoolClients, big);
      expect((await check()).status).to.equal('passed');
    });

    const malformed: [what: string, content: unknown, says: RegExp][] = [
      ['is not JSON', '{"UserPool": ', /list-users\.json is not JSON/],
      ['was cut in the middle of a character', Buffer.from([0xfe, 0xff, 0, 0x7b, 0]), /list-users\.json is not JSON/],
      ['is empty', '', /list-users\.json is empty/],
      ['is a list', '[]', /is not what ListUsers answers/],
      ['is null', 'null', /is not what ListUsers answers/],
      ['has another shape', { Users: { Username: 'x' } }, /is not what ListUsers answers: at Users/],
      ['is another file', rightAnswers.DescribeUserPool, /is not what ListUsers answers/],
      ['is nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested more than 64 levels/],
      ['holds __proto__', '{"Users": [], "__proto__": {"Users": [1]}}', /__proto__/],
      ['hides __proto__ in an escape', '{"Users": [{"\\u005f_proto__": 1}]}', /__proto__/],
      ['says more than AWS would', { Users: [{ Username: 'x'.repeat(3000) }] }, /is not what ListUsers answers/],
      ['has a list for an object', { Users: [[]] }, /at Users\.0: Invalid type: Expected Object but received Array/],
      ['names a member twice', '{"Users": [],\n"\\u0055sers": []}', /names a member twice \(line 2, column 1\)/],
      ['leaves the attributes out', { Users: [{ Username: 'x' }] }, /ListUsers has no Users\[\]\.Attributes/],
      ['is only the first page', { Users: [], PaginationToken: 'more' }, /only its first page/],
      ['the AWS CLI cut short', { Users: [{ Username: 'x' }], NextToken: 'more' }, /only its first page/],
    ];
    for (const [what, content, says] of malformed)
      it(`could not check what needs a file that ${what}`, async () => {
        write(cliFiles.ListUsers, content);
        const result = await check();
        expect(idsOf(result, 'error')).to.deep.equal(['user-created']);
        expect(reasonOf(result, 'user-created')).to.match(says);
        expect(result.status).to.equal('error');
      });

    it('does not take a number for another that JavaScript cannot tell from it', async () => {
      const text = JSON.stringify(rightAnswers.DescribeUserPool);
      write(cliFiles.DescribeUserPool, text.replace('"MinimumLength":8', '"MinimumLength":18446744073709551616'));
      expect(reasonOf(await check(), 'password-policy-default')).to.match(
        /no whole number of at most 9007199254740991/,
      );
    });

    it('does not take a pool for one without an id, or whose ARN is that of another', async () => {
      const { UserPool } = rightAnswers.DescribeUserPool as { UserPool: object };
      write(cliFiles.DescribeUserPool, { UserPool: { ...UserPool, Id: undefined } });
      const nameless = await check();
      expect(idsOf(nameless, 'error')).to.deep.equal(['user-pool-exists']);
      expect(nameless.target).not.to.have.property('userPoolId');
      write(cliFiles.DescribeUserPool, { UserPool: { ...UserPool, Id: 'us-east-1_Zzzzzz999' } });
      expect(reasonOf(await check(), 'user-pool-exists')).to.include('the ARN in it is that of us-east-1_AbCdEf123');
    });

    it('does not read a file of 200 MB', async () => {
      write(cliFiles.ListUsers, Buffer.alloc(200 * 1024 * 1024, 32));
      expect(reasonOf(await check(), 'user-created')).to.match(/list-users\.json is 200 MB/);
    });

    const bounded: [what: string, name: string, content: unknown, says: RegExp][] = [
      [
        'a number of 1.9 MB',
        cliFiles.DescribeUserPool,
        { UserPool: { Policies: { PasswordPolicy: { MinimumLength: 'x'.repeat(1_900_000) } } } },
        /at UserPool\.Policies\.PasswordPolicy\.MinimumLength: .{100,200}… \(1,\d+,\d+ characters\)\.$/,
      ],
      [
        'a text of 1 MB',
        cliFiles.DescribeUserPool,
        { UserPool: { MfaConfiguration: ' '.repeat(1_000_000) } },
        /at UserPool\.MfaConfiguration: a text of 1000000 characters; 2048 at most\.$/,
      ],
      [
        'masses of empty users',
        cliFiles.ListUsers,
        `{"Users": [${'{},'.repeat(300_000)}{}]}`,
        /list-users\.json holds more values/,
      ],
      [
        'more users than a file can hold',
        cliFiles.ListUsers,
        { Users: Array(10_001).fill({}) },
        /at Users: a list of 10001; 10000 at most\.$/,
      ],
      [
        '3 MB',
        cliFiles.ListUsers,
        ' '.repeat(3 * 1024 * 1024),
        /^list-users\.json is 3 MB; it may have 2 MB at most\.$/,
      ],
    ];
    for (const [what, name, content, says] of bounded)
      it(`is bounded, and so is what is said of it: ${what}`, async () => {
        write(name, content);
        const started = process.cpuUsage();
        const result = await check();
        const { user, system } = process.cpuUsage(started);
        expect((user + system) / 1e6).to.be.below(5);
        const id = name === cliFiles.ListUsers ? 'user-created' : 'mfa-off';
        expect(idsOf(result, 'error')).to.include(id);
        expect(reasonOf(result, id)).to.match(says);
        expect(JSON.stringify(result).length).to.be.below(20_000);
      });

    it('is bounded as a whole, and in its app clients', async () => {
      rmSync(join(folder, cliFiles.DescribeUserPoolClient));
      mkdirSync(join(folder, 'user-pool-clients'));
      const client = (size: number): string =>
        JSON.stringify({ UserPoolClient: { ClientId: 'x', ClientName: 'y', More: 'x'.repeat(size) } });
      for (let i = 0; i < 5; i++) write(`user-pool-clients/${i}.json`, client(900_000));
      expect(reasonOf(await check(), 'app-client')).to.match(/4\.json was not read: .* more than 4 MB together/);
      for (let i = 0; i < 101; i++) write(`user-pool-clients/${i}.json`, client(1));
      expect(reasonOf(await check(), 'app-client')).to.equal(
        'user-pool-clients holds more than 100 files of app clients.',
      );
      for (let i = 0; i < 3000; i++) write(`user-pool-clients/note${i}`, '');
      expect(reasonOf(await check(), 'app-client')).to.match(/holds more than 100 files/);
    });

    it('has no link in it that is followed', async function () {
      if (process.platform === 'win32') this.skip();
      const secret = join(folder, 'secret.json');
      write('secret.json', rightAnswers.ListUsers);
      rmSync(join(folder, cliFiles.ListUsers));
      symlinkSync(secret, join(folder, cliFiles.ListUsers));
      rmSync(join(folder, cliFiles.DescribeUserPoolClient));
      mkdirSync(join(folder, 'elsewhere'));
      write('elsewhere/a.json', rightAnswers.DescribeUserPoolClient);
      symlinkSync('elsewhere', join(folder, 'user-pool-clients'));
      const result = await check();
      expect(reasonOf(result, 'user-created')).to.match(/list-users\.json is a link/);
      expect(reasonOf(result, 'app-client')).to.match(/user-pool-clients is a link/);
      // The user named this one.
      symlinkSync(folder, `${folder}-link`);
      try {
        expect(idsOf(await check(`${folder}-link`), 'error')).to.deep.equal(idsOf(result, 'error'));
      } finally {
        rmSync(`${folder}-link`);
      }
    });

    it('takes a member that is null for one that is not there', async () => {
      const { UserPool } = rightAnswers.DescribeUserPool as { UserPool: object };
      write(cliFiles.DescribeUserPool, {
        UserPool: { ...UserPool, AliasAttributes: null, EmailConfiguration: null, MfaConfiguration: null },
      });
      const result = await check();
      expect(idsOf(result, 'error')).to.deep.equal(['mfa-off']);
      expect(idsOf(result, 'failed')).to.deep.equal([]);
      expect(reasonOf(result, 'mfa-off')).to.equal('The answer of DescribeUserPool has no MfaConfiguration.');
    });

    it('tells the same names in two objects from one that is there twice', async () => {
      write(
        cliFiles.ListUsers,
        '{"Users": [{"Username": "a", "Attributes": []}, {"Username": ":", "Attributes": []}]}',
      );
      expect(idsOf(await check(), 'failed')).to.deep.equal(['user-created']);
    });

    it('does not take a client of another pool', async () => {
      write(cliFiles.ListUserPoolClients, {
        UserPoolClients: [{ ClientId: 'abc', ClientName: 'kekeclient', UserPoolId: 'us-east-1_Zzzzzz999' }],
      });
      const result = await check();
      expect(idsOf(result, 'error')).to.deep.equal(['app-client']);
      expect(reasonOf(result, 'app-client')).to.include('us-east-1_Zzzzzz999');
    });

    it('shows nothing of a secret that is in it', async () => {
      write(cliFiles.DescribeUserPoolClient, {
        UserPoolClient: { ClientId: 'abc', ClientName: 'kekeclient', ClientSecret: 'planted-secret' },
      });
      const text = JSON.stringify(await check());
      expect(text).not.to.include('planted-secret').and.not.to.include('keke@example.com');
    });

    it('is refused where nothing of it is a submission', () => {
      for (const name of Object.values(cliFiles)) rmSync(join(folder, name));
      expect(() => openSnapshot(folder)).to.throw(Problem, /contains no submission/);
    });
  });

  describe('as one file', () => {
    const path = (): string => join(folder, 'snapshot.json');

    it('passes a right pool', async () => {
      write('snapshot.json', snapshot());
      expect((await check(path())).status).to.equal('passed');
    });

    it('could not check what could not be read when it was taken', async () => {
      write('snapshot.json', snapshot({ failures: { ListUsers: { reason: 'No permission for ListUsers.' } } }));
      const result = await check(path());
      expect(idsOf(result, 'error')).to.deep.equal(['user-created']);
      expect(reasonOf(result, 'user-created')).to.include('No permission for ListUsers.');
    });

    const refused: [what: string, content: unknown, says: RegExp][] = [
      ['not JSON', 'hello', /is not JSON/],
      ['another schema', { schema: 'cognito-lab/snapshot/v2' }, /is of the schema "cognito-lab\/snapshot\/v2"/],
      ['no schema', {}, /is not a snapshot/],
      ['null', 'null', /is not a snapshot/],
      ['nested 100,000 deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /nested more than/],
      ['with __proto__', JSON.stringify(snapshot()).replace('"failures":', '"__proto__":{},"failures":'), /__proto__/],
      ['of another shape', snapshot({ answers: 'none' }), /is not a snapshot of this form: at answers/],
      [
        'damaged',
        snapshot({ digest: `sha256:${'0'.repeat(64)}` }),
        /is damaged: its digest is not that of its content/,
      ],
      ['of another pool than it says', snapshot({ userPoolId: 'us-east-1_Other1234' }), /the answers in it are of/],
      ['with a pool id that is none', snapshot({ userPoolId: '../x' }), /at userPoolId/],
      ['taken on a day that is none', snapshot({ takenAt: '+999999-99-99' }), /at takenAt: it is no date\.$/],
      ['with a reason of 1 MB', snapshot({ failures: { ListUsers: { reason: 'x'.repeat(1e6) } } }), /2048 at most\.$/],
      [
        'with a failure of no operation',
        snapshot({ failures: { ['x'.repeat(1e6)]: { reason: '' } } }),
        /none of the op/,
      ],
      ['of a schema of 1 MB', { schema: `x${' '.repeat(1e6)}y` }, /^.{0,300}\(1,000,002 characters\); this version/],
      ['15 MB', `{"schema": "${'x'.repeat(15e6)}"}`, /snapshot\.json is 15 MB; it may have 2 MB at most\.$/],
    ];
    for (const [what, content, says] of refused)
      it(`is refused where it is ${what}`, () => {
        write('snapshot.json', content);
        expect(() => openSnapshot(path())).to.throw(Problem, says);
      });

    it('is refused where it is not there, and where it is no file', () => {
      expect(() => openSnapshot(path())).to.throw(Problem, /ENOENT/);
      if (process.platform !== 'win32') {
        symlinkSync('/dev/zero', path());
        expect(() => openSnapshot(path())).to.throw(Problem, /neither a file nor a folder/);
      }
    });
  });
});
