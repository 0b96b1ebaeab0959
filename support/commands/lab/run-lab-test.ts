import { randomInt } from 'node:crypto';
import { ExitCode } from '../../common/exit-code';
import { checkWritable, writeAtomic } from '../../common/files/atomic-write';
import { Problem } from '../../common/problem';
import { inertJson, oneLine } from '../../common/text/plain-text';
import { version } from '../../common/version';
import { readLab, type Lab } from '../../lab/lab-folder';
import { lintLab } from '../../lab/lint/lint-lab';
import { labProblem } from '../../lab/lab-folder/fault';
import { junitXml } from '../../reports/render/junit-xml';
import { labText } from '../../reports/render/wording';
import { writeMessage, writeReport } from '../../terminal/output';
import type { Proof } from './test/proof';
import { proveLab } from './test/prove-lab';

/** The options of `lab test`, as parsed by Commander. */
export interface TestFlags {
  seed?: string;
  format: 'text' | 'json' | 'junit';
  output?: string;
}

export const labTestSchemaId = 'cognito-lab/lab-test/v1';

/** `cognito-lab lab test`. Exit code 1: the lab can be used, and a check of it does not do what it must. */
export async function labTest(folder: string, { seed: given, format, output }: TestFlags): Promise<void> {
  if (output !== undefined) checkWritable(output);
  const seed = given === undefined ? randomInt(2 ** 31) : seedOf(given);
  const { faults } = lintLab(folder);
  if (faults.length) throw labProblem(folder, faults);
  const lab = readLab(folder);
  const proofs: Proof[] = [];
  for await (const proof of proveLab(lab, seed)) proofs.push(proof);
  const text = formats[format](lab, seed, proofs);
  if (output === undefined) writeReport(text);
  else {
    writeAtomic(output, text);
    writeMessage(`The report is in ${output}.`);
  }
  process.exitCode = proofs.some(({ status }) => status === 'failed') ? ExitCode.failure : ExitCode.success;
}

function seedOf(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new Problem('The seed is not a whole number.', 'Use the one that an earlier run printed, such as --seed 42.');
}

const words = { passed: 'ok  ', failed: 'FAIL', note: 'note' } as const;

const counted = (proofs: readonly Proof[]): string => {
  const of = (status: Proof['status']): number => proofs.filter((proof) => proof.status === status).length;
  return `${of('passed')} proved, ${of('failed')} failed, ${of('note')} to know`;
};

const formats: Record<TestFlags['format'], (lab: Lab, seed: number, proofs: readonly Proof[]) => string> = {
  text: (lab, seed, proofs) =>
    [
      oneLine(`${labText(lab.identity)} (${lab.identity.id})`),
      ...proofs.map(
        ({ name, status, detail }) => `${words[status]}  ${oneLine(name)}${detail ? `\n      ${oneLine(detail)}` : ''}`,
      ),
      `${counted(proofs)}. Seed ${seed}.`,
      '',
    ].join('\n'),
  json: (lab, seed, proofs) =>
    `${inertJson(JSON.stringify({ schema: labTestSchemaId, status: proofs.some(({ status }) => status === 'failed') ? 'failed' : 'passed', lab: lab.identity, seed, proofs, version }, null, 2))}\n`,
  junit: (lab, _, proofs) =>
    [
      ...junitXml('cognito-lab lab test', [proofs], (all) => ({
        name: labText(lab.identity),
        classname: ['lab', lab.identity.id],
        cases: all.map(({ name, status, detail }) => ({
          name,
          state:
            status === 'failed' ? ('failure' as const) : status === 'note' ? ('skipped' as const) : ('passed' as const),
          ...(detail !== undefined && { message: detail }),
        })),
      })),
    ].join(''),
};
