import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';
import { isSolution, modelSolutionFile, type Solution } from '../solution/solution';
import type { ContainedFiles } from './contained-files';
import type { Fault } from './fault';
import { parseJsonFile, type JsonFile } from './json-file';
import { checkChoices, checkSolution } from './solution-file';

/** Other choices than those of the model solution, and what must come of them. */
export interface OtherSolution {
  /** `fixtures/solutions/wrong/optional-mfa.json`. */
  readonly file: string;
  readonly solution: Solution;
  /** The ids of exactly the checks that must fail; none of a right one. */
  readonly fails: readonly string[];
}

/**
 * Reads `fixtures/solutions/right` and `wrong`. Each has either all choices, as the model solution has them, or
 * `choices` alone: the model solution's with these in their place, and without those that are null.
 *
 * @param ids of the lab's checks
 */
export function readSolutions(
  files: ContainedFiles,
  ids: ReadonlySet<string>,
): { right: OtherSolution[]; wrong: OtherSolution[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const already = files.faults.length;
  const model = modelOf(files);
  const read = (kind: 'right' | 'wrong'): OtherSolution[] => {
    const folder = `fixtures/solutions/${kind}`;
    const names = files.has(folder) ? files.list(folder, '.json') : [];
    return names.flatMap((name) => {
      const file = files.read(name);
      const json = file && parseJsonFile(file, faults);
      if (!json) return [];
      const solution = solutionIn(json, model, faults);
      const fails = failsIn(json, kind, ids, faults);
      return solution ? [{ file: name, solution, fails }] : [];
    });
  };
  const [right, wrong] = [read('right'), read('wrong')];
  faults.push(...files.faults.splice(already));
  return { right, wrong, faults };
}

function modelOf(files: ContainedFiles): Solution {
  const faults: Fault[] = [];
  const before = files.faults.length;
  const file = files.read(modelSolutionFile);
  const value = file && parseJsonFile(file, faults)?.value;
  files.faults.splice(before);
  return isSolution(value) ? value : { tasks: [] };
}

interface Form {
  tasks?: unknown;
  choices?: unknown;
  fails?: unknown;
}

const formOf = ({ value }: JsonFile): Form => (typeof value === 'object' && value !== null ? value : {});

function solutionIn(file: JsonFile, model: Solution, faults: Fault[]): Solution | undefined {
  const { tasks, choices } = formOf(file);
  if (tasks !== undefined) return checkSolution(file, faults);
  if (typeof choices !== 'object' || choices === null || Array.isArray(choices)) {
    faults.push({
      file: file.name,
      ...file.at([]),
      message: 'It has neither "choices" nor "tasks".',
      remedy: 'Write {"choices": {"MFA enforcement": "Optional MFA"}} for what differs from the model solution.',
    });
    return undefined;
  }
  const made = choices as Record<string, unknown>;
  const before = faults.length;
  const set = Object.fromEntries(Object.entries(made).filter(([, value]) => value !== null));
  checkChoices(set, 1, (label) => file.at(['choices', label], 'key'), file.name, faults);
  for (const label of Object.keys(made))
    if (made[label] === null && !model.tasks.some((task) => label in task.choices))
      faults.push({
        file: file.name,
        ...file.at(['choices', label], 'key'),
        message: `The model solution has no ${quote(label)} to leave out.`,
      });
  return faults.length > before ? undefined : withChoices(model, made);
}

/** The model solution with other choices in place of its own; null leaves one out. */
export function withChoices({ tasks }: Solution, choices: Record<string, unknown>): Solution {
  const last = tasks.at(-1)?.id;
  const known = new Set(tasks.flatMap((task) => Object.keys(task.choices)));
  return {
    tasks: tasks.map((task) => {
      const all = Object.entries({
        ...task.choices,
        ...Object.fromEntries(
          Object.entries(choices).filter(([label]) => label in task.choices || (!known.has(label) && task.id === last)),
        ),
      });
      return { id: task.id, choices: Object.fromEntries(all.filter(([, value]) => value !== null)) };
    }),
  };
}

function failsIn(file: JsonFile, kind: 'right' | 'wrong', ids: ReadonlySet<string>, faults: Fault[]): string[] {
  const { fails } = formOf(file);
  if (kind === 'right' && fails === undefined) return [];
  if (kind === 'right' || !Array.isArray(fails) || !fails.length || !fails.every((id) => typeof id === 'string')) {
    faults.push({
      file: file.name,
      ...file.at(['fails']),
      message: kind === 'right' ? 'A right solution fails nothing.' : 'It does not say which checks fail.',
      remedy:
        kind === 'right'
          ? 'Take "fails" away, or move it to wrong/.'
          : 'Write "fails": ["ID", …], with the ids of exactly these checks.',
    });
    return [];
  }
  fails.forEach((id: string, index) => {
    if (ids.has(id)) return;
    const near = closest(id, [...ids]);
    faults.push({
      file: file.name,
      ...file.at(['fails', index]),
      message: `${quote(id)} is no check of the lab.`,
      ...(near !== undefined && { remedy: `Did you mean "${near}"?` }),
    });
  });
  return fails;
}
