import { Problem } from '../../common/problem';
import { planOf } from '../solution/choices';
import { isSolution, type Solution } from '../solution/solution';
import type { Fault } from './fault';
import type { JsonFile } from './json-file';

/** @returns undefined for what is no solution, or has choices that nobody can make, each of which is a fault */
export function checkSolution(file: JsonFile, faults: Fault[]): Solution | undefined {
  const { name, value, at } = file;
  if (!isSolution(value)) {
    faults.push({
      file: name,
      ...at([]),
      message: 'It is not of the form {"tasks": [{"id": 3, "choices": {…}}, …]}.',
      remedy: "Compare it with cognito-lab's own fixtures/model-solution.json.",
    });
    return undefined;
  }
  const before = faults.length;
  value.tasks.forEach(({ id, choices }, index) => {
    if (value.tasks.findIndex((other) => other.id === id) !== index)
      faults.push({
        file: name,
        ...at(['tasks', index, 'id']),
        message: `There are two tasks of the number ${id}.`,
        remedy: 'Put all choices of a task together.',
      });
    checkChoices(choices, id, (label) => at(['tasks', index, 'choices', label], 'key'), name, faults);
  });
  return faults.length > before ? undefined : value;
}

/** Each choice by itself, so that one wrong one hides no other. */
export function checkChoices(
  choices: Record<string, unknown>,
  task: number,
  at: (label: string) => Pick<Fault, 'line' | 'column'>,
  file: string,
  faults: Fault[],
): void {
  for (const [label, value] of Object.entries(choices))
    try {
      planOf({ tasks: [{ id: task, choices: { [label]: value } }] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push({ file, ...at(label), message: error.message.replace(/^Solution, /, ''), remedy: error.remedy });
    }
}
