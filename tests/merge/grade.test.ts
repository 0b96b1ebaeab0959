import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { digestOf } from '../../support/common/json/digest';
import { Problem } from '../../support/common/problem';
import { merge } from '../../support/commands/merge/run-merge';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { cognitoLab, noAws, root } from '../cli/cognito-lab';
import { ClassOnDisk } from '../grade/class-on-disk';
import type { Ran } from '../support/program';
import { validAgainst } from '../support/schemas';

const size = 24;
const student = (at: number): string => `s${String(at).padStart(2, '0')}`;
const input = ['class', '--roster', 'roster.csv', '--rubric', 'rubric.json', '--format', 'gradescope'];

describe('A class in shards', () => {
  const lab = new ClassOnDisk();
  const run = (...args: string[]): Promise<Ran> => cognitoLab(args, noAws(), lab.place);
  const shard = (index: number, output: string, ...args: string[]): Promise<Ran> =>
    run('grade', ...input, '--shard', `${index}/3`, '--output', output, ...args);

  /** All files of a folder by name; dates aside. */
  const left = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(lab.path(folder), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name))
        .sort()
        .map((path) => [
          path.slice(lab.path(folder).length + 1),
          readFileSync(path, 'utf8').replace(
            /\d{4}-\d\d-\d\dT[\d:.]*Z|\d{4}-\d\d-\d\d, [\d:]* UTC|in [\d.]+ s\b/g,
            'DATE',
          ),
        ]),
    );
  const expectSame = (folder: string, other: string): void => {
    const [a, b] = [left(folder), left(other)];
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    expect([...names].filter((name) => a[name] !== b[name])).to.deep.equal([]);
  };
  /** What merge says of folders that it refuses. */
  const refusal = (folders: string[], output: string): Promise<string> =>
    merge(
      folders.map((folder) => lab.path(folder)),
      { output: lab.path(output) },
    ).then(
      () => 'nothing',
      (error: unknown) => {
        expect(error).to.be.instanceOf(Problem);
        return (error as Problem).message.replaceAll(`${lab.place}/`, '');
      },
    );
  const edit = (folder: string, change: (manifest: Record<string, unknown>) => void): void => {
    const path = lab.path(folder, 'shard.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    change(manifest);
    writeFileSync(path, JSON.stringify({ ...manifest, digest: digestOf(manifest) }));
  };

  before(async () => {
    for (let at = 0; at < size; at++)
      lab.handIn(student(at), { mfa: at % 3 ? 'OFF' : 'ON', without: at % 13 === 5 ? cliFiles.ListUsers : '' });
    // Two handed in the same pool, and their names differ in case only.
    rmSync(lab.path('class/s22'), { recursive: true });
    cpSync(lab.path('class/s01'), lab.path('class/s22'), { recursive: true });
    lab.handIn('Twin');
    lab.handIn('twIn');
    lab.handIn('stranger');
    const students = [...Array.from({ length: size }, (_, at) => student(at)), 'Twin', 'twIn', 'absent'];
    const rows = students.map((each) => `${each},"N, ${each}",2026-11-02T12:00:00Z`);
    lab.write('roster.csv', `student,name,submitted_at\n${rows.join('\n')}\n`);
    lab.write('rubric.json', {
      overrides: { nobody: { tasks: { 4: 1 }, reason: 'Not in the class.' }, s03: { tasks: { 4: 2 }, reason: 'Why.' } },
    });
    const whole = await run('grade', ...input, '--output', 'whole', '--jobs', '1');
    expect(whole.code, whole.stderr).to.equal(2);
    for (const index of [1, 2, 3]) {
      const part = await shard(index, `part-${index}`);
      expect(existsSync(lab.path(`part-${index}/shard.json`)), part.stderr).to.equal(true);
    }
  });
  after(() => lab.remove());

  it('come to the same bytes as in one process, and in two', async () => {
    const merged = await run('merge', 'part-3', 'part-1', 'part-2', '--output', 'merged', '--summary', 'merged.md');
    expect(merged.code, merged.stderr).to.equal(2);
    expectSame('merged', 'whole');
    expect((await run('grade', ...input, '--output', 'two', '--jobs', '2')).code).to.equal(2);
    expectSame('two', 'whole');
    const { shared, notes, learners } = JSON.parse(left('merged')['summary.json'] ?? '') as {
      shared: { students: string[] }[];
      notes: string[];
      learners: unknown[];
    };
    expect(learners).to.have.lengthOf(size + 3);
    expect(shared.map(({ students }) => students)).to.deep.equal([['s01', 's22']]);
    expect(notes.join()).to.include('"nobody"').and.to.include('"stranger"');
    // The two who share a pool are in different parts: no part alone could know.
    const places = [1, 2, 3].map(
      (index) => (JSON.parse(lab.read(lab.path(`part-${index}/shard.json`))) as { places: number[] }).places,
    );
    expect(places.findIndex((own) => own.includes(1))).not.to.equal(places.findIndex((own) => own.includes(22)));
    const other = await run('grade', ...input, '--output', 'other', '--summary', 'whole.md');
    expect(other.code).to.equal(2);
    const dated = /\d{4}-\d\d-\d\d[T,][\d:. ]*(Z|UTC)/g;
    expect(lab.read(lab.path('merged.md')).replace(dated, '')).to.equal(
      lab.read(lab.path('whole.md')).replace(dated, ''),
    );
  });

  it('have a manifest that is valid by its schema', () => {
    expect(validAgainst('shard-v1', JSON.parse(lab.read(lab.path('part-2/shard.json'))))).to.equal('valid');
  });

  it('are a part each: its learners, and an exit code for them', async () => {
    lab.write('two.csv', 'student\ns01\nabsent\n');
    const codes: [number, string[]][] = [];
    for (const index of [1, 2, 3]) {
      const { code } = await run(
        'grade',
        'class',
        '--roster',
        'two.csv',
        '--shard',
        `${index}/3`,
        '--output',
        `t${index}`,
      );
      const { learners } = JSON.parse(lab.read(lab.path(`t${index}/summary.json`))) as {
        learners: { student: string }[];
      };
      codes.push([code, learners.map(({ student }) => student)]);
    }
    expect(codes).to.deep.equal([
      [0, ['s01']],
      [1, ['absent']],
      [0, []],
    ]);
    const merged = await run('merge', 't1', 't2', 't3', '--output', 'two-merged');
    expect(merged.code, merged.stderr).to.equal(1);
  });

  it('can be killed and resumed, by nobody else, and are not merged before', async () => {
    const args = ['grade', ...input, '--shard', '2/3', '--output', 'killed', '--jobs', '1'];
    const child = spawn(process.execPath, [join(root, 'bin/cognito-lab.js'), ...args], {
      cwd: lab.place,
      env: noAws(),
      stdio: 'ignore',
    });
    const closed = once(child, 'close');
    const journal = lab.path('killed/journal.jsonl');
    while (child.exitCode === null && !(existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 2))
      await sleep(1);
    child.kill('SIGKILL');
    await closed;
    expect(validAgainst('shard-v1', JSON.parse(lab.read(lab.path('killed/shard.json'))))).to.equal('valid');
    const refused = await run('merge', 'part-1', 'killed', 'part-3', '--output', 'never');
    expect([refused.code, refused.stderr]).to.deep.equal([
      2,
      'cognito-lab: The shard 2/3 in killed is unfinished.\nRun it again, "grade" with --resume, and merge when it has ended.\n',
    ]);
    const other = await shard(1, 'killed', '--resume');
    expect([other.code, other.stderr]).to.satisfy(
      ([code, text]: [number, string]) => code === 2 && text.includes('another rubric, name, format, shard'),
    );
    expect((await shard(2, 'killed', '--resume')).code).to.be.oneOf([0, 1, 2]);
    expect((await run('merge', 'part-1', 'killed', 'part-3', '--output', 'resumed')).code).to.equal(2);
    expectSame('resumed', 'whole');
  });

  it('are refused by merge, before it writes anything, where they are not all of one run', async () => {
    const copy = (name: string, change?: (manifest: Record<string, unknown>) => void): string => {
      cpSync(lab.path('part-2'), lab.path(name), { recursive: true });
      if (change) edit(name, change);
      return name;
    };
    const digests =
      (name: string) =>
      (manifest: Record<string, unknown>): void => {
        manifest.digests = { ...(manifest.digests as object), [name]: 'sha256:other' };
      };
    mkdirSync(lab.path('no-shard'));
    lab.write('full', 'a file');
    mkdirSync(lab.path('not-empty'));
    lab.write('not-empty/mine.txt', 'mine');
    await shard(2, 'other-name', '--user-pool-name', 'another');
    const damaged = copy('damaged');
    lab.write('damaged/shard.json', lab.read(lab.path('part-2/shard.json')).replace('"places":[', '"places":[0,'));
    const cut = copy('cut');
    lab.write('cut/journal.jsonl', lab.read(lab.path('cut/journal.jsonl')).split('\n').slice(0, 2).join('\n'));
    const refusals: [string[], string][] = [
      [['part-1', 'part-2'], 'A shard is missing: 3/3.'],
      [['part-1', 'part-2', 'part-3', copy('twice')], 'The shard 2/3 is there twice: in part-2 and in twice.'],
      [['part-1', copy('other-lab', digests('lab')), 'part-3'], 'they are of different labs.'],
      [['part-1', copy('other-rubric', digests('rubric')), 'part-3'], 'they are of different rubrics.'],
      [['part-1', copy('other-roster', digests('roster')), 'part-3'], 'they are of different rosters or submissions.'],
      [['part-1', 'other-name', 'part-3'], 'they were run with different options.'],
      [['part-1', copy('old', (manifest) => void (manifest.version = '0.0.1')), 'part-3'], 'is by version 0.0.1 of'],
      [
        ['part-1', copy('of-4', (manifest) => void (manifest.count = 4)), 'part-3'],
        'one is of 3 parts and the other of 4.',
      ],
      [
        [
          'part-1',
          copy(
            'overlap',
            (manifest) =>
              void (manifest.places = (
                JSON.parse(lab.read(lab.path('part-1/shard.json'))) as { places: number[] }
              ).places),
          ),
          'part-3',
        ],
        'overlap: both have number',
      ],
      [['part-1', copy('less', (manifest) => void (manifest.places = [])), 'part-3'], 'together.'],
      [['part-1', damaged, 'part-3'], 'is damaged: its digest is another.'],
      [['part-1', cut, 'part-3'], 'The shard in cut is not whole'],
      [['part-1', 'no-shard', 'part-3'], 'no-shard is not the folder of a shard: it has no shard.json.'],
      [['part-1', 'whole', 'part-3'], 'whole is not the folder of a shard'],
      [['part-1', 'nowhere', 'part-3'], 'nowhere is not the folder of a shard'],
    ];
    for (const [folders, message] of refusals) {
      const why = await refusal(folders, 'never');
      expect(why, folders.join()).to.include(message);
      expect(why).not.to.include('\n');
      expect(existsSync(lab.path('never')), folders.join()).to.equal(false);
    }
    const all = ['part-1', 'part-2', 'part-3'];
    const full = await run('merge', ...all, '--output', 'not-empty');
    expect([full.code, readdirSync(lab.path('not-empty'))]).to.deep.equal([2, ['mine.txt']]);
    expect(full.stderr).to.include('The folder not-empty has something in it.');
    expect((await run('merge', ...all, '--output', 'full')).stderr).to.include(
      '"full" is not a folder for the results.',
    );
    const usage = await run('grade', 'class', '--shard', '4/3', '--output', 'never');
    expect([usage.code, existsSync(lab.path('never'))]).to.deep.equal([2, false]);
    expect(usage.stderr).to.include('Write I/N, such as 2/3 for part 2 of 3 parts');
  });

  it('are merged wholly or not at all, whenever merge is killed, into a new folder and into an empty one', async () => {
    const args = ['merge', 'part-1', 'part-2', 'part-3', '--output'];
    mkdirSync(lab.path('there'));
    const moments = { start: 0, end: 0 };
    for (const [at, output] of ['new', 'there', 'new', 'there', 'new', 'there'].entries()) {
      const child = spawn(process.execPath, [join(root, 'bin/cognito-lab.js'), ...args, output], {
        cwd: lab.place,
        env: noAws(),
        stdio: 'ignore',
      });
      const closed = once(child, 'close');
      const draft = lab.path(output === 'new' ? '.new.merging' : 'there/.merging');
      const file = join(draft, ['results', 'journal.jsonl', 'summary.json'][Math.floor(at / 2)]!);
      while (child.exitCode === null && !existsSync(file) && !existsSync(lab.path(output, 'summary.json')))
        await sleep(1);
      child.kill(at === 1 ? 'SIGINT' : 'SIGKILL');
      await closed;
      const isWhole = existsSync(lab.path(output, 'summary.json')) && !existsSync(draft);
      moments[isWhole ? 'end' : 'start']++;
      if (isWhole) expectSame(output, 'whole');
      else if (output === 'new') expect(existsSync(lab.path('new'))).to.equal(false);
      if (isWhole) rmSync(lab.path(output), { recursive: true });
      if (isWhole && output === 'there') mkdirSync(lab.path(output));
    }
    expect(moments.start).to.be.above(0);
    for (const output of ['new', 'there']) {
      const again = await run(...args, output, '--summary', `${output}/summary.md`);
      expect(again.code, again.stderr).to.equal(2);
      expect(again.stderr).to.include(`Everything is in ${output}: `);
      rmSync(lab.path(output, 'summary.md'));
      expectSame(output, 'whole');
    }
    expect(readdirSync(lab.place).filter((name) => name.includes('merging'))).to.deep.equal([]);
  });

  it('leave nothing when merge is interrupted', async () => {
    const child = spawn(
      process.execPath,
      [join(root, 'bin/cognito-lab.js'), 'merge', 'part-1', 'part-2', 'part-3', '--output', 'stopped'],
      { cwd: lab.place, env: noAws(), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const closed = once(child, 'close');
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    while (child.exitCode === null && !existsSync(lab.path('.stopped.merging/results'))) await sleep(1);
    child.kill('SIGINT');
    const [code] = (await closed) as [number];
    expect(code, said).to.equal(2);
    // It may have been whole a moment before.
    if (said.includes('interrupted')) expect(existsSync(lab.path('stopped'))).to.equal(false);
    else {
      expect(said).to.include('Everything is in stopped');
      expectSame('stopped', 'whole');
    }
    expect(readdirSync(lab.place).filter((name) => name.includes('merging'))).to.deep.equal([]);
  });

  it('is no part any more when the whole class is graded into its folder', async () => {
    cpSync(lab.path('part-1'), lab.path('again'), { recursive: true });
    expect((await run('grade', ...input, '--output', 'again')).code).to.equal(2);
    expect(existsSync(lab.path('again/shard.json'))).to.equal(false);
  });
});
