import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { rightAnswers } from '../../../tests/cli/stand-in';
import { runOn } from '../../../tests/lab/run';
import { Problem } from '../../common/problem';
import { digestOf } from '../../common/json/digest';
import { openSnapshot } from '../snapshot-target';
import { cliFiles } from './cli-folder';
import { SNAPSHOT_SCHEMA } from './snapshot-schema';

const { UserPool: pool } = rightAnswers.DescribeUserPool as { UserPool: Record<string, unknown> };
const { DescribeUserPoolClient, ...answers } = rightAnswers;

/** A snapshot with a correct digest, so that only its content can be refused. */
const snapshot = (more: object = {}): string => {
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
  return JSON.stringify({ digest: digestOf(content), ...content });
};
const poolOf = (more: object): string => JSON.stringify({ UserPool: { ...pool, ...more } });
const failing = (reason: string): string => snapshot({ failures: { ListUsers: { reason } } });
const named = (number: string): string =>
  JSON.stringify(rightAnswers.DescribeUserPool).replace('"MinimumLength":8', `"MinimumLength":${number}`);

/** Characters that end a line, control a terminal or a CI log, reverse text, or cannot be encoded. */
const controls = 'a\nb\r\n::error::c\u001b[2J\u009b1m\u202ed\ud800e\u0000\u2028##vso[x]';

interface Row {
  what: string;
  file: string;
  /** Of the larger of two runs; the smaller one has a quarter of it. */
  size?: number;
  make: (size: number) => string;
  /** The verdict, `error` by default. */
  right?: 'passed' | 'failed';
}

const whole = 'keke.json';
const large = 9_000_000;

const texts: Row[] = [
  ...['schema', 'takenAt', 'version', 'note', 'userPoolId', 'region', 'account'].map((member) => ({
    what: `a snapshot whose ${member} is one character`,
    file: whole,
    size: large,
    make: (size: number) => snapshot({ [member]: 'x'.repeat(size) }),
  })),
  ...['Id', 'Name', 'Arn', 'MfaConfiguration'].map((member) => ({
    what: `a pool whose ${member} is one character`,
    file: cliFiles.DescribeUserPool,
    size: large,
    make: (size: number) => poolOf({ [member]: 'x'.repeat(size) }),
  })),
];

const rows: Row[] = [
  ...texts,
  // The file may have 2 MB: these are read, and bounded by their content.
  ...texts.map((row) => ({ ...row, what: `${row.what} of a size that is read`, size: 1_900_000 })),
  { what: 'a reason of 15 MB', file: whole, size: 15_000_000, make: (size) => failing('x'.repeat(size)) },
  { what: 'a reason of 1.9 MB', file: whole, size: 1_900_000, make: (size) => failing('x'.repeat(size)) },
  { what: 'blanks in a reason', file: whole, size: 400_000, make: (size) => failing(`a${' '.repeat(size)}b`) },
  {
    what: 'blanks in a pool',
    file: cliFiles.DescribeUserPool,
    size: 400_000,
    make: (size) => poolOf({ MfaConfiguration: `a${' '.repeat(size)}b` }),
  },
  { what: 'blanks and a cut', file: cliFiles.ListUsers, size: 1_900_000, make: (size) => `{${' '.repeat(size)}` },
  {
    what: 'fourteen lists of empty users',
    file: cliFiles.ListUsers,
    size: 600_000,
    make: (size) =>
      `{${Array.from({ length: 14 }, (_, at) => `"Users${at || ''}":[${'{},'.repeat(size / 42)}{}]`).join()}}`,
  },
  {
    what: '1,000,000 unknown members',
    file: cliFiles.DescribeUserPool,
    size: 1_000_000,
    make: (size) => `{"UserPool":{${Array.from({ length: size }, (_, at) => `"${at.toString(36)}":1`).join()}}}`,
  },
  { what: 'a reason with control characters', file: whole, make: () => failing(controls) },
  { what: 'a schema with control characters', file: whole, make: () => snapshot({ schema: controls }) },
  { what: 'a note with control characters', file: whole, make: () => snapshot({ note: controls }), right: 'passed' },
  { what: 'a pool id with control characters', file: cliFiles.DescribeUserPool, make: () => poolOf({ Id: controls }) },
  {
    what: 'an ARN with control characters',
    file: cliFiles.DescribeUserPool,
    make: () => poolOf({ Arn: controls }),
    right: 'passed',
  },
  ...['1e400', '-1e400', '9007199254740993', '0.1'].map((number) => ({
    what: `the number ${number}`,
    file: cliFiles.DescribeUserPool,
    make: () => named(number),
  })),
  // These are numbers that JavaScript has, and not the right one.
  ...['-0', '1e-400', '-9'].map((number) => ({
    what: `the number ${number}`,
    file: cliFiles.DescribeUserPool,
    make: () => named(number),
    right: 'failed' as const,
  })),
  ...['2026-02-30T00:00:00Z', '2026-13-01', '+999999-01-01T00:00:00Z', '0', '', 'now'].map((takenAt) => ({
    what: `the date "${takenAt}"`,
    file: whole,
    make: () => snapshot({ takenAt }),
  })),
];

/** A message of at most 4 KB on one line, without control characters and unpaired surrogates. */
const isPresentable = (text: string): boolean =>
  text.length <= 4096 && !/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text);

describe('A hostile submission', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const writeAll = (): void => {
    for (const [operation, name] of Object.entries(cliFiles))
      writeFileSync(join(folder, name), JSON.stringify(rightAnswers[operation]));
  };

  /** The verdict, what is said, and the processor time in seconds. */
  async function judge(file: string, content: string): Promise<{ status: string; reasons: string[]; took: number }> {
    if (file !== whole) writeAll();
    writeFileSync(join(folder, file), content);
    const started = process.cpuUsage();
    const { status, reasons } = await verdict(file === whole ? join(folder, file) : folder);
    const { user, system } = process.cpuUsage(started);
    return { status, reasons, took: (user + system) / 1e6 };
  }

  async function verdict(path: string): Promise<{ status: string; reasons: string[] }> {
    try {
      const { status, tasks } = await runOn(openSnapshot(path));
      return { status, reasons: tasks.flatMap(({ checks }) => checks.flatMap(({ reason }) => reason ?? [])) };
    } catch (error) {
      // What cannot be opened at all ends in exit code 2 as well.
      if (!(error instanceof Problem)) throw error;
      return { status: 'error', reasons: [error.message, error.remedy ?? ''] };
    }
  }

  for (const { what, file, size, make, right = 'error' } of rows)
    it(`${right === 'error' ? 'is an error with a short reason' : right}: ${what}`, async () => {
      const small = size === undefined ? undefined : await judge(file, make(size / 4));
      const { status, reasons, took } = await judge(file, make(size ?? 0));
      expect(status).to.equal(right);
      expect(reasons.filter((reason) => !isPresentable(reason))).to.deep.equal([]);
      if (right === 'error') expect(reasons).not.to.deep.equal([]);
      // Quadratic time is 16 times as long; a second covers a slow machine.
      if (small) expect(took).to.be.below(8 * small.took + 1);
    });
});
