/**
 * Tests the checks by what they catch: `npm run test:mutants`. Every right way to do the lab must pass, every way to
 * get it wrong must fail exactly the checks that it is labelled with, and every assertion of the features must be
 * the one that keeps some mutant from getting through. Prints whatever does not hold, by name, and exits with 1.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertions, type Assertion } from '../tests/mutants/assertions';
import { escape } from '../tests/mutants/caught';
import { mutantsOf, survivorWithout } from '../tests/mutants/dead';
import { ownLab, type Lab } from '../tests/mutants/lab';
import { pairs, single, type Mutant } from '../tests/mutants/mutants';

async function main(): Promise<void> {
  const started = performance.now();
  // Taken before the first run: cucumber.js takes it out of the environment.
  const { TEST_COUNTS: counts } = process.env;
  const singles = single();
  const rounds = [
    await runAll('Right ways, all to pass', ofFaults(singles, 0)),
    await runAll('Single faults, each to fail its one check', ofFaults(singles, 1)),
    await runAll('Pairs of faults, each to fail its two checks', pairs()),
  ];
  const survivors = rounds.flat();
  const all = assertions();
  const dead: Assertion[] = [];
  for (const assertion of all)
    if ((await survivorWithout(assertion, mutantsOf(assertion, singles))) === undefined) dead.push(assertion);
  say(`Assertions of the features, each to be missed: ${all.length - dead.length} of ${all.length}`);

  for (const survivor of survivors) say(`  survived: ${survivor}`);
  for (const { check, name } of dead) say(`  dead: ${check}: ${name}`);
  say(`Took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  const tried = singles.length + pairs().length + all.length;
  const faults = survivors.length + dead.length;
  say(`As it should be: ${tried - faults} of ${tried}`);
  // For whoever adds up what every test runner counted.
  if (counts)
    writeFileSync(
      join(counts, `mutants-${process.pid}.json`),
      JSON.stringify({ passed: tried - faults, failed: faults, skipped: 0 }),
    );
  if (faults > 0) process.exitCode = 1;
}

const ofFaults = (mutants: readonly Mutant[], many: number): Mutant[] =>
  mutants.filter(({ fails }) => fails.length === many);

/** @returns the mutants that were not caught by exactly the right checks, with what came of them */
async function runAll(title: string, mutants: readonly Mutant[]): Promise<string[]> {
  const lab = ownLab();
  const survivors: string[] = [];
  const ways = new Map<string, { caught: number; of: number }>();
  for (const mutant of mutants) {
    const way = ways.get(mutant.way) ?? { caught: 0, of: 0 };
    ways.set(mutant.way, way);
    way.of++;
    const why = await escaped(mutant, lab);
    if (why === undefined) way.caught++;
    else survivors.push(`${mutant.way}: ${mutant.name}: ${why}`);
  }
  say(`${title}: ${mutants.length - survivors.length} of ${mutants.length}`);
  for (const [way, { caught, of }] of ways) say(`  ${way}: ${caught} of ${of}`);
  return survivors;
}

const escaped = (mutant: Mutant, lab: Lab): Promise<string | undefined> =>
  mutant.run(lab).then(
    (result) => escape(mutant, result),
    (error: Error) => `it could not be made: ${error.message}`,
  );

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

void main();
