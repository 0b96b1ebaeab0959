import { readJson } from '../../common/json/read-json';
import { Problem } from '../../common/problem';

/** What a learner chose in one task, in the words of the tutorial and of the console. */
export interface TaskChoices {
  id: number;
  choices: Record<string, unknown>;
}

/** A learner's choices, task by task. `fixtures/model-solution.json` is the one that does what the lab says. */
export interface Solution {
  tasks: TaskChoices[];
}

/** Where a lab has the solution of a learner who does what it says, relative to its folder. */
export const modelSolutionFile = 'fixtures/model-solution.json';

/**
 * Reads a solution.
 *
 * @throws Problem that names the file, for one that cannot be read or is not of this form
 */
export function readSolution(file: string): Solution {
  const remedy = 'Write JSON of the form of fixtures/model-solution.json.';
  const solution = readJson(file, { name: `The solution ${file}`, most: 1024 * 1024, remedy });
  if (!isSolution(solution))
    throw new Problem(
      `The solution ${file} is not of the form {"tasks": [{"id": 3, "choices": {…}}, …]}.`,
      'Compare it with fixtures/model-solution.json.',
    );
  return solution;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSolution = (value: unknown): value is Solution =>
  isObject(value) &&
  Array.isArray(value.tasks) &&
  value.tasks.every((task) => isObject(task) && Number.isInteger(task.id) && isObject(task.choices));

/** The choices of Tasks 2 to `last` alone; all that comes after is left as AWS leaves it. */
export const upToTask = ({ tasks }: Solution, last: number): Solution => ({
  tasks: tasks.filter(({ id }) => id <= last),
});
