import type { CheckKind, Control } from '../result/result';
import type { HintIf } from './description';

/** A step of a scenario, without its keyword. */
export interface CatalogueStep {
  text: string;
  /** The rows of its table. */
  table?: string[][];
}

/** A check as declared in the features. */
export interface CatalogueCheck {
  id: string;
  task: number;
  title: string;
  kind: CheckKind;
  points: number;
  /** Ids of the checks that must pass first. */
  needs: string[];
  hint: string;
  /** For the mistakes that were foreseen. */
  hints: readonly HintIf[];
  /** Why the setting matters. */
  why?: string;
  /** Published controls that it meets, or goes against on purpose. */
  controls: readonly Control[];
  console: string;
  docs: string;
  /** The place of the declaration: `features/task-4.feature:12`. */
  place: string;
  /** All of its steps, those of the background too. */
  steps: CatalogueStep[];
}

export interface CatalogueTask {
  id: number;
  title: string;
  checks: CatalogueCheck[];
}

/** Which lab it is. */
export interface LabIdentity {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** `sha256:` and the hash of the features' text. */
  readonly hash: string;
}

/** The tasks and checks of the lab. The features are their only source. */
export interface Catalogue {
  lab: LabIdentity;
  /** Sorted by task. */
  tasks: CatalogueTask[];
  /** `sha256:` and the hash of the features' text. */
  labHash: string;
}

/** All checks, sorted by task. */
export const checksOf = ({ tasks }: Pick<Catalogue, 'tasks'>): CatalogueCheck[] =>
  tasks.flatMap(({ checks }) => checks);
