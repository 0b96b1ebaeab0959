import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTasks } from '../../support/lab/features/read-catalogue';
import { faultText, labOf, type Fault, type Lab } from '../../support/lab/lab-folder';
import type { Solution } from '../../support/lab/solution/solution';
import { parseFeature } from '../../support/lab/features/parse-feature';

const root = join(__dirname, '../..');

/** A lab in a folder of its own, for tests that change it. */
export class LabFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'cognito-lab-lab-'));

  /** A copy of this repository's own lab. */
  static ofOwnLab(): LabFolder {
    const folder = new LabFolder();
    for (const name of ['features', 'fixtures/lab.json', 'fixtures/model-solution.json'])
      cpSync(join(root, name), join(folder.path, name), { recursive: true });
    return folder;
  }

  write(name: string, text: string | Buffer): this {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
    return this;
  }

  /** @throws Error where that changes nothing */
  change(name: string, from: string | RegExp, to: string): this {
    const before = readFileSync(join(this.path, name), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`There is no ${String(from)} in ${name}.`);
    return this.write(name, after);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A lab whose features say something else. @param change of the text of a feature */
export const withFeatures = (lab: Lab, change: (uri: string, text: string) => string): Lab => ({
  ...lab,
  ...labOfFeatures(Object.fromEntries(lab.features.map(({ uri, text }) => [uri, change(uri, text)])), lab.solution),
});

/** A lab of some features by their paths, without a folder. */
export function labOfFeatures(texts: Record<string, string>, solution: Solution = { tasks: [] }): Lab {
  const faults: Fault[] = [];
  const features = Object.entries(texts).flatMap(([uri, text]) => parseFeature(uri, text, faults) ?? []);
  const tasks = readTasks(features, faults);
  if (faults.length) throw new Error(faults.map(faultText).join('\n'));
  const identity = { id: 'test', title: 'A lab of a test', version: '1' };
  return labOf({ identity, features, tasks, solution, folder: '' });
}
