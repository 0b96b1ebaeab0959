import { StepKeywordType, type Scenario, type Step } from '@cucumber/messages';
import { tagValues } from '../../support/lab/features/tag-values';
import { readLab } from '../../support/lab/lab-folder';
import { withFeatures } from '../support/lab-folder';
import type { Lab } from './lab';

const own = readLab();

/** Something that a scenario says, without which it should let a mutant through. */
export interface Assertion {
  file: string;
  task: number;
  /** The check that says it. */
  check: string;
  /** `features/task-4.feature:19 | Minimum length | 8 |`. */
  name: string;
  /** Lines of the file that say it, from 1. */
  from: number;
  to: number;
  /** What stands in its place, where a scenario would be left without an assertion. */
  instead?: string;
}

/** Holds wherever there is a pool, and asks nothing of its settings. */
const idle = 'Then there should be a user pool';

/** Stands in where the pool itself is in question: without one it comes to no verdict. */
const idleWithoutPool = 'Then users should be able to sign themselves up';

/** Every outcome step of every scenario, and every row of a table that one of its steps has. */
export const assertions = (): Assertion[] =>
  own.features.flatMap(({ uri, document: { feature } }) => {
    const file = uri.replace('features/', '');
    const [task = ''] = feature?.tags.flatMap(({ name }) => /^@task-(\d+)$/.exec(name)?.[1] ?? []) ?? [];
    const scenarios = feature?.children.flatMap(({ scenario }) => scenario ?? []) ?? [];
    return scenarios.flatMap((scenario) => ofScenario(file, Number(task), scenario));
  });

function ofScenario(file: string, task: number, { steps, tags }: Scenario): Assertion[] {
  const [check = ''] = tagValues(
    tags.map(({ name }) => name),
    'check',
  );
  const place = (line: number, text: string): Pick<Assertion, 'file' | 'task' | 'check' | 'name'> => ({
    file,
    task,
    check,
    name: `features/${file}:${line} ${text}`,
  });
  const outcomes = outcomesOf(steps);
  const instead = check === 'user-pool-exists' ? idleWithoutPool : idle;
  return [
    ...outcomes.map((step): Assertion => ({
      ...place(step.location.line, step.keyword + step.text),
      from: step.location.line,
      to: lastLineOf(step),
      ...(outcomes.length === 1 && { instead }),
    })),
    ...steps.flatMap(({ dataTable, id }) =>
      (dataTable?.rows ?? [])
        // What another step speaks of cannot be left out by itself.
        .filter(({ cells }) => !steps.some((step) => step.id !== id && step.text.includes(`"${cells[0]?.value}"`)))
        .map(({ location, cells }): Assertion => ({
          ...place(location.line, `| ${cells.map(({ value }) => value).join(' | ')} |`),
          from: location.line,
          to: location.line,
        })),
    ),
  ];
}

/** `Then` steps, and the `And` and `But` that follow one. */
function outcomesOf(steps: readonly Step[]): Step[] {
  let isOutcome = false;
  return steps.filter(({ keywordType }) => {
    if (keywordType !== StepKeywordType.CONJUNCTION) isOutcome = keywordType === StepKeywordType.OUTCOME;
    return isOutcome;
  });
}

const lastLineOf = ({ location, dataTable }: Step): number => dataTable?.rows.at(-1)?.location.line ?? location.line;

/** The lab without the assertion. */
export async function without<T>(
  { file, task, from, to, instead }: Assertion,
  work: (lab: Lab) => Promise<T>,
): Promise<T> {
  const lab = withFeatures(own, (uri, text) => {
    if (uri !== `features/${file}`) return text;
    const lines = text.split('\n');
    lines.splice(from - 1, to - from + 1, ...(instead === undefined ? [] : [`    ${instead}`]));
    return repaired(lines).join('\n');
  });
  return work({ lab, task });
}

/** An `And` whose `Then` was taken away becomes the `Then`. */
function repaired(lines: readonly string[]): string[] {
  let kind = '';
  return lines.map((line) => {
    const [, keyword] = /^\s*(Given|When|Then|Scenario|Background)\b/.exec(line) ?? [];
    if (keyword) kind = keyword;
    if (!/^\s*And\b/.test(line) || kind === 'Then') return line;
    kind = 'Then';
    return line.replace('And', 'Then');
  });
}
