import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { both, existingTarget, makePool, type MadePool } from '../../fixtures/corpus/made-pool';
import { rightPools } from '../../fixtures/corpus/right-pools';
import { serviceFaults, withFault } from '../../fixtures/corpus/service-faults';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { wrongPools } from '../../fixtures/corpus/wrong-pools';
import { readLab } from '../../support/lab/lab-folder';
import { planOf } from '../../support/lab/solution/choices';
import type { Solution } from '../../support/lab/solution/solution';
import type { LabResult } from '../../support/lab/result/result';
import { simulate } from '../../support/targets/mock/simulate';
import { openSnapshot } from '../../support/targets/snapshot-target';
import { solutionWith } from '../lab/run';
import { saveAsCliOutput } from './cli-folder';
import { look, type Lab } from './lab';

/** A way to do the lab, and the checks that must fail over it and no others. */
export interface Mutant {
  name: string;
  /** Where it stands: `existing pool`, `CLI output`, `learner on the mock`, `faulty service`. */
  way: string;
  /** None where it is right. */
  fails: string[];
  run(lab: Lab): Promise<LabResult>;
}

/** A pool, looked at in both ways that a pool that exists can be. */
function poolMutants(name: string, made: MadePool, fails: string[]): Mutant[] {
  return [
    {
      name,
      way: 'existing pool',
      fails,
      run: async (lab) => look(existingTarget(await makePool(made)), lab, made.agreement),
    },
    {
      name,
      way: 'CLI output',
      fails,
      run: async (lab) => {
        const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-mutant-'));
        try {
          await saveAsCliOutput(await makePool(made), folder);
          return await look(openSnapshot(folder), lab, made.agreement);
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    },
  ];
}

const learnerMutant = (name: string, solution: () => Solution, fails: string[]): Mutant => ({
  name,
  way: 'learner on the mock',
  fails,
  run: (lab) => look(simulate(planOf(solution())), lab),
});

/** Every right way, and every way to get one setting wrong. */
export const single = (): Mutant[] => [
  ...Object.entries(rightPools).flatMap(([name, made]) => poolMutants(`right: ${name}`, made, [])),
  learnerMutant('right: the model solution', () => readLab().solution, []),
  ...wrongSettings().flatMap(({ name, check, made }) => poolMutants(name, made, [check])),
  learnerMutant('user-pool-exists: no pool', () => ({ tasks: [] }), ['user-pool-exists']),
  ...wrongChoices.map(({ task, what, choices, fails }) =>
    learnerMutant(`${fails}: ${what}`, () => solutionWith(task, choices), [fails]),
  ),
  ...serviceFaults.map((fault): Mutant => ({
    name: `${fault.fails}: ${fault.what}`,
    way: 'faulty service',
    fails: [fault.fails],
    run: (lab) => look(withFault(simulate(planOf(readLab().solution)), fault), lab),
  })),
];

interface WrongSetting {
  name: string;
  check: string;
  made: MadePool;
}

const wrongSettings = (): WrongSetting[] =>
  Object.entries(wrongPools).flatMap(([check, pools]) =>
    Object.entries(pools).map(([what, made]) => ({ name: `${check}: ${what}`, check, made })),
  );

/**
 * Pairs of faults of different checks. Every two checks meet, and every fault of one is in at least one pair with
 * each other check, each time with the next of that one's: all with all would be thousands that say no more.
 */
export const pairs = (): Mutant[] => [...pairsOfPools(), ...pairsOfChoices()];

function pairsOfPools(): Mutant[] {
  return met(wrongSettings(), ({ check }) => check).flatMap(([one, other]) =>
    poolMutants(`${one.name} + ${other.name}`, both(one.made, other.made), [one.check, other.check]),
  );
}

function pairsOfChoices(): Mutant[] {
  return met(wrongChoices, ({ fails }) => fails).map(([one, other]) =>
    learnerMutant(
      `${one.fails}: ${one.what} + ${other.fails}: ${other.what}`,
      () => joined(solutionWith(one.task, one.choices), solutionWith(other.task, other.choices)),
      [one.fails, other.fails],
    ),
  );
}

function met<T>(faults: readonly T[], checkOf: (fault: T) => string): [T, T][] {
  const checks = [...new Set(faults.map(checkOf))];
  const groups = checks.map((check) => faults.filter((fault) => checkOf(fault) === check));
  return groups.flatMap((ones, at) =>
    groups.slice(at + 1).flatMap((others) => {
      const many = Math.max(ones.length, others.length);
      return Array.from({ length: many }, (_, n) => [ones[n % ones.length], others[n % others.length]] as [T, T]);
    }),
  );
}

/** Each choice as whoever departs from the model solution made it. */
function joined(one: Solution, other: Solution): Solution {
  const { tasks } = readLab().solution;
  const changed = (solution: Solution, id: number, label: string, model: unknown): { value: unknown } | undefined => {
    const value = solution.tasks.find((task) => task.id === id)?.choices[label];
    return JSON.stringify(value) === JSON.stringify(model) ? undefined : { value };
  };
  return {
    tasks: tasks.map(({ id, choices }) => {
      const labels = new Set(
        [one, other, { tasks }].flatMap((solution) =>
          Object.keys(solution.tasks.find((task) => task.id === id)?.choices ?? {}),
        ),
      );
      const made = [...labels].map((label) => {
        const change = changed(one, id, label, choices[label]) ?? changed(other, id, label, choices[label]);
        return [label, change ? change.value : choices[label]] as const;
      });
      return { id, choices: Object.fromEntries(made.filter(([, value]) => value !== undefined)) };
    }),
  };
}
