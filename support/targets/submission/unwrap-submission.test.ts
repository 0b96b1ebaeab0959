import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { zipOf, type ZipEntry } from '../../../tests/support/zip';
import { unwrapSubmission, type Located } from './unwrap-submission';
import { PrivateFolder } from './private-folder';

const snapshot = '{"schema": "cognito-lab/snapshot/v1"}';

describe('A submission in what was handed in', () => {
  let place: string;
  let temporary: PrivateFolder;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'located-'));
    temporary = new PrivateFolder();
  });
  afterEach(() => {
    temporary.remove();
    rmSync(place, { recursive: true });
  });

  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  };
  const locate = (path = 'it'): Promise<Located> => unwrapSubmission(join(place, path), path, temporary);
  const inZip = async (entries: ZipEntry[]): Promise<Located> => {
    write('it.zip', zipOf(entries));
    return locate('it.zip');
  };
  const pathOf = (located: Located): string => (located.kind === 'at' ? located.path : `refused: ${located.reason}`);

  const found: [what: string, files: string[], at: string][] = [
    ['AWS CLI output', ['it/list-users.json', 'it/describe-user-pool.json', 'it/notes.txt'], 'it'],
    ['a snapshot', ['it/keke.json'], 'it/keke.json'],
    ['a folder of AWS CLI output in it', ['it/submission/list-users.json', 'it/README.md'], 'it/submission'],
    ['what unzipping twice made', ['it/keke/keke/list-users.json'], 'it/keke/keke'],
    [
      'what systems leave there',
      [
        'it/keke.json',
        'it/.DS_Store',
        'it/__MACOSX/._keke.json',
        'it/Thumbs.db',
        'it/Icon\r',
        'it/~$a.json',
        'it/index.html',
      ],
      'it/keke.json',
    ],
    ['another JSON file of the repository', ['it/package.json', 'it/work/keke.json'], 'it/work/keke.json'],
    ['no snapshot, but one JSON file', ['it/broken.json'], 'it/broken.json'],
    ['several clients', ['it/list-users.json', 'it/user-pool-clients/a.json', 'it/user-pool-clients/b.json'], 'it'],
    ['nothing', ['it/notes.txt'], 'it'],
  ];
  for (const [what, files, at] of found)
    it(`is found with ${what}`, async () => {
      for (const file of files) write(file, /keke|~/.test(file) ? snapshot : '{}');
      expect(pathOf(await locate())).to.equal(join(place, at));
    });

  it('is none of two, which are named', async () => {
    write('it/a/keke.json', snapshot);
    write('it/b/keke.json', snapshot);
    expect(pathOf(await locate())).to.match(/there are 2 things .*: "a\/keke.json", "b\/keke.json"\.$/);
  });

  it('is in an archive, which is extracted where only the user may read, and removed', async () => {
    const located = await inZip([{ name: 'keke/' }, { name: 'keke/list-users.json', content: '{"Users": []}' }]);
    const path = pathOf(located);
    expect(readFileSync(join(path, 'list-users.json'), 'utf8')).to.equal('{"Users": []}');
    const [root] = readdirSync(tmpdir()).filter((name) => path.includes(name));
    expect(statSync(join(tmpdir(), root ?? '')).mode & 0o777).to.equal(0o700);
    temporary.remove();
    expect(existsSync(path)).to.equal(false);
  });

  it('is in an archive in an archive, and not one deeper', async () => {
    const inner = zipOf([{ name: 'keke.json', content: snapshot }]);
    const middle = zipOf([{ name: 'inner.zip', content: inner }]);
    expect(pathOf(await inZip([{ name: 'inner.zip', content: inner }]))).to.match(/keke\.json$/);
    expect(pathOf(await inZip([{ name: 'middle.zip', content: middle }]))).to.match(/archives in archives/);
  });

  it('is found where Windows has written the paths, and a Mac its own files', async () => {
    const entries = [
      { name: 'keke\\list-users.json', content: '{}' },
      { name: '__MACOSX/keke/._list-users.json', content: 'x' },
    ];
    expect(pathOf(await inZip(entries))).to.match(/keke$/);
  });

  const archives: [of: string, entries: ZipEntry[]][] = [
    [
      'the Finder of macOS',
      [
        { name: 'submission/', mode: 0o040755 },
        { name: '__MACOSX/._submission', content: 'x' },
        { name: 'submission/.DS_Store', content: 'x' },
        { name: '__MACOSX/submission/._.DS_Store', content: 'x' },
        { name: 'submission/list-users.json', content: '{}' },
        { name: '__MACOSX/submission/._list-users.json', content: 'x' },
        { name: 'submission/user-pool-clients/', mode: 0o040755 },
        { name: 'submission/user-pool-clients/a.json', content: '{}' },
      ],
    ],
    [
      'Compress-Archive of Windows PowerShell 5',
      [
        { name: 'submission\\list-users.json', content: '{}', mode: 0 },
        { name: 'submission\\user-pool-clients\\a.json', content: '{}', mode: 0 },
      ],
    ],
    [
      'the Explorer of Windows',
      [
        { name: 'submission/list-users.json', content: '{}', mode: 0 },
        { name: 'submission/user-pool-clients/a.json', content: '{}', mode: 0 },
        { name: 'submission/desktop.ini', content: 'x', mode: 0 },
      ],
    ],
  ];
  for (const [of, entries] of archives)
    it(`is whole in an archive of ${of}`, async () => {
      const path = pathOf(await inZip(entries));
      expect(path).to.match(/submission$/);
      expect(readdirSync(path).filter((name) => !name.startsWith('.') && name !== 'desktop.ini')).to.deep.equal([
        'list-users.json',
        'user-pool-clients',
      ]);
      expect(readdirSync(join(path, 'user-pool-clients'))).to.deep.equal(['a.json']);
    });

  const right = { name: 'list-users.json', content: '{}' };
  const refused: [what: string, entries: ZipEntry[], says: RegExp][] = [
    ['a path that leads out', [{ name: '../out.json', content: '{}' }], /leads out of the archive/],
    ['a path that leads out further in', [{ name: 'a/../../out.json' }], /leads out of the archive/],
    ['a path that leads out, as Windows writes it', [{ name: '..\\out.json' }], /leads out of the archive/],
    ['a path from the root', [{ name: '/tmp/out.json' }], /leads out of the archive/],
    ['a path from a drive', [{ name: 'C:\\out.json' }], /leads out of the archive/],
    ['a link', [{ name: 'list-users.json', content: '/etc/passwd', mode: 0o120777 }], /it is a link/],
    ['a pipe', [{ name: 'list-users.json', mode: 0o010644 }], /it is no file/],
    ['an entry that is encrypted', [{ ...right, encrypted: true }], /it is encrypted/],
    ['a name twice', [right, { ...right, content: '[]' }], /another entry has the same name/],
    ['names that differ in case', [right, { name: 'LIST-users.json' }], /differs only in case/],
    ['names that differ in the way of an accent', [{ name: '\u00e9.json' }, { name: 'e\u0301.json' }], /an accent/],
    [
      'a file where a folder is',
      [{ name: 'a.json' }, { name: 'a.json/list-users.json' }],
      /another entry has the same name/,
    ],
    ['a size that is not the true one', [{ ...right, size: 1 }], /it is damaged/],
    ['a checksum that is not the true one', [{ ...right, crc: 1 }], /its checksum/],
    ['a file that fills a disk', [{ ...right, content: '0'.repeat(3_000_000) }], /grows more than 200-fold/],
    ['a file larger than any answer', [{ ...right, size: 17 * 1024 * 1024 }], /more than 16 MB/],
    ['more files than any submission', Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}` })), /2001 entries/],
    [
      'files that fill a disk together',
      Array.from({ length: 60 }, (_, at) => ({ name: `${at}.json`, content: '0'.repeat(900_000) })),
      /more than 100 times its own size/,
    ],
    ['a name of 4 KB', [{ name: `${'x'.repeat(4000)}.json` }], /its name is too long/],
    ['a path that no system can open', [{ name: `${'a'.repeat(250)}/`.repeat(30) }], /its name is too long/],
    ['a name with a character that no name has', [{ name: 'a\nb.json' }], /characters that no file name has/],
  ];
  for (const [what, entries, says] of refused)
    it(`is refused in an archive with ${what}, and nothing is written outside`, async () => {
      expect(pathOf(await inZip(entries))).to.match(says);
      expect(readdirSync(place)).to.deep.equal(['it.zip']);
      expect(existsSync('/tmp/out.json')).to.equal(false);
    });

  it('is refused in an archive whose entries share their bytes', async () => {
    const names = Array.from({ length: 2_000 }, (_, at) => `${at}`.padStart(5, '0'));
    const archive = zipOf(names.map((name) => ({ name: `${name}.json`, content: '0'.repeat(30_000) })));
    // As each has the same content, each is right as the first.
    const size = archive.indexOf('PK\x03\x04', 4, 'latin1');
    const directory = archive.readUInt32LE(archive.length - 6);
    const shared = Buffer.concat([archive.subarray(0, size), archive.subarray(directory)]);
    for (
      let at = shared.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = shared.indexOf('PK\x01\x02', at + 4, 'latin1')
    )
      shared.writeUInt32LE(0, at + 42);
    shared.writeUInt32LE(size, shared.length - 6);
    write('it.zip', shared);
    expect(pathOf(await locate('it.zip'))).to.match(/more than 100 times its own size/);
  });

  it('leaves nothing of an archive that is refused on the disk', async () => {
    const into = dirname(temporary.next());
    await inZip([right, { ...right, name: 'b.json', crc: 1 }]);
    expect(readdirSync(into, { recursive: true })).to.deep.equal(['2']);
  });

  it('is not refused for what is no part of it', async () => {
    const screenshot = { name: 'screenshot.png', content: Buffer.alloc(9_000_000) };
    expect(pathOf(await inZip([right, screenshot, { ...screenshot, name: 'node_modules/a.json' }]))).to.match(/it$/);
  });

  it('is refused in an archive that is cut', async () => {
    write('it.zip', zipOf([right]).subarray(0, 60));
    expect(pathOf(await locate('it.zip'))).to.match(/not a zip archive that can be read/);
  });

  it('is refused in another kind of file with the name of an archive', async () => {
    write('it.zip', Buffer.alloc(10_240));
    expect(pathOf(await locate('it.zip'))).to.match(/it\.zip is not a zip archive that can be read/);
  });

  it('is a link where the only candidate is one', async () => {
    mkdirSync(join(place, 'it'));
    write('secret.json', snapshot);
    symlinkSync(join(place, 'secret.json'), join(place, 'it/keke.json'));
    expect(await locate()).to.include({ kind: 'at', isLink: true });
  });
});
