import { packageFolder } from '../../common/package-folder';
import type { CatalogueTask, LabIdentity } from '../features/catalogue';
import { parseFeature } from '../features/parse-feature';
import { hashOf, readTasks } from '../features/read-catalogue';
import { planOf } from '../solution/choices';
import { modelSolutionFile, type Solution } from '../solution/solution';
import { ContainedFiles } from './contained-files';
import { inOrder, labProblem, type Fault } from './fault';
import { parseJsonFile } from './json-file';
import type { FeatureFile, Lab } from './lab';
import { labFile, readLabFile, type LabFile } from './lab-file';
import { checkSolution } from './solution-file';

/** What a folder holds: a lab, or what keeps it from being one. */
export interface ReadLab {
  readonly lab?: Lab;
  readonly files: ContainedFiles;
  /** In the order of files and lines; none where there is a lab. */
  readonly faults: readonly Fault[];
  /** Those that could be parsed. */
  readonly features: readonly FeatureFile[];
  readonly about?: LabFile;
}

/**
 * Reads the lab in a folder, once. Nothing of it is executed, and no link in it is followed.
 *
 * @param folder (default: this repository's own lab)
 * @throws Problem that lists every fault with its file and line
 */
export function readLab(folder: string = packageFolder): Lab {
  const { lab, faults } = inspectLab(folder);
  if (lab) return lab;
  throw labProblem(folder, faults);
}

/** @throws Problem for what is not a folder */
export function inspectLab(folder: string): ReadLab {
  const files = new ContainedFiles(folder);
  const { faults } = files;
  const features = readFeatures(files);
  const about = files.read(labFile);
  const json = about && parseJsonFile(about, faults);
  const identity = json && readLabFile(json, faults);
  const solution = readModel(files);
  const tasks = readTasks(features, faults);
  const found = { files, features, ...(identity && { about: identity }) };
  if (!identity || !solution || faults.length) return { ...found, faults: inOrder(faults) };
  const lab = labOf({ identity, tasks, features, solution, folder: files.root });
  return { ...found, lab, faults: [] };
}

/** What a lab consists of. */
export interface LabParts {
  readonly identity: Pick<LabFile, 'id' | 'title' | 'version' | 'tutorial'>;
  readonly features: readonly FeatureFile[];
  readonly tasks: CatalogueTask[];
  readonly solution: Solution;
  readonly folder: string;
}

export function labOf({ identity: { tutorial, ...identity }, features, tasks, solution, folder }: LabParts): Lab {
  const hash = hashOf(features);
  const lab: LabIdentity = { id: identity.id, title: identity.title, version: identity.version, hash };
  return {
    identity: lab,
    ...(tutorial !== undefined && { tutorial }),
    language: features[0]?.document.feature?.language ?? 'en',
    folder,
    features,
    catalogue: { lab, tasks, labHash: hash },
    solution,
    clientNames: [...new Set(planOf(solution).appClients.flatMap(({ ClientName }) => ClientName ?? []))],
  };
}

function readFeatures(files: ContainedFiles): FeatureFile[] {
  const names = files.list('features', '.feature');
  if (!names.length && !files.faults.length)
    files.faults.push({ file: 'features', message: 'There is no scenario: no file ends in ".feature".' });
  return names.flatMap((name) => {
    const file = files.read(name);
    return (file && parseFeature(name, file.text, files.faults)) ?? [];
  });
}

function readModel(files: ContainedFiles): Solution | undefined {
  const file = files.read(modelSolutionFile);
  const json = file && parseJsonFile(file, files.faults);
  return json && checkSolution(json, files.faults);
}
