import type { CheckResult, Fix, LabResult } from './result';

/** How much a report tells a learner: only what is wrong, also what to do and where, or also the commands that do it. */
export const hintLevels = ['none', 'hint', 'fix'] as const;

export type HintLevel = (typeof hintLevels)[number];

/** The result with no more advice than that. What was found, and the verdict, stay. */
export function limitHints({ shortestFix, ...result }: LabResult, level: HintLevel): LabResult {
  if (level === 'fix') return { ...result, ...(shortestFix && { shortestFix }) };
  return {
    ...result,
    ...(shortestFix && level === 'hint' && { shortestFix: withoutCommands(shortestFix) }),
    tasks: result.tasks.map((task) => ({ ...task, checks: task.checks.map((check) => limited(check, level)) })),
  };
}

function limited({ fix, why, ...check }: CheckResult, level: 'none' | 'hint'): CheckResult {
  if (level === 'none') return { ...check, hint: '', console: '', docs: '' };
  return { ...check, ...(why !== undefined && { why }), ...(fix && { fix: withoutCommands(fix) }) };
}

/** What kind of a change it is, which is advice and no answer. */
function withoutCommands<F extends Fix>({ note: _, choices: __, ...fix }: F): F {
  return { ...fix, commands: [], powershell: [] } as unknown as F;
}
