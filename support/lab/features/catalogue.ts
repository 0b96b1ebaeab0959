import type { CheckKind } from '../result/result';

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

/** The tasks and checks of the lab. The features are their only source. */
export interface Catalogue {
  /** Sorted by task. */
  tasks: CatalogueTask[];
  /** `sha256:` and the hash of the features' text. */
  labHash: string;
}

/** All checks, sorted by task. */
export const checksOf = ({ tasks }: Catalogue): CatalogueCheck[] => tasks.flatMap(({ checks }) => checks);
