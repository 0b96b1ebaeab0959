import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult, CheckStatus, LabResult } from '../../support/lab/result/result';

/** Where an emulator is not as AWS, and what the lab makes of it: fixtures/emulators/NAME.json. */
export interface Differences {
  emulator: string;
  /** What the model solution comes to that is not `passed`, by the check's id. */
  checks: Record<string, { status: CheckStatus; reason: string }>;
  /** The pools that cannot be made there, by their title: the operation that refuses, and why. */
  pools: Record<string, { refusedBy: string; reason: string }>;
}

/** @param name of the file in fixtures/emulators, without its ending */
export const readDifferences = (name: string): Differences =>
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/emulators', `${name}.json`), 'utf8')) as Differences;

export const checksIn = ({ tasks }: LabResult): CheckResult[] => tasks.flatMap(({ checks }) => checks);

/** The checks that did not pass, with what they came to; those that do not apply left out. */
export const notPassed = (checks: readonly CheckResult[]): Record<string, CheckStatus> =>
  Object.fromEntries(
    checks.flatMap(({ id, status }) => (status === 'passed' || status === 'skipped' ? [] : [[id, status]])),
  );

/** What the differences make of the checks that are named. */
export const expectedOf = ({ checks }: Differences, among: readonly CheckResult[]): Record<string, CheckStatus> =>
  Object.fromEntries(among.flatMap(({ id }) => (checks[id] ? [[id, checks[id].status]] : [])));

/** The exit code that goes with what the checks came to. */
export function exitCodeOf(statuses: Record<string, CheckStatus>): number {
  const all = Object.values(statuses);
  return all.includes('error') ? 2 : all.length ? 1 : 0;
}
