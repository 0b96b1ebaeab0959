import type { CheckKind } from '../result/result';

/** A check as the features declare it. */
export interface CatalogueCheck {
  id: string;
  task: number;
  title: string;
  kind: CheckKind;
  points: number;
  /** Ids of the checks without which this one cannot be looked at. */
  needs: string[];
  hint: string;
  console: string;
  docs: string;
  /** Where it is declared: `features/task-4.feature:12`. */
  place: string;
}

export interface CatalogueTask {
  id: number;
  title: string;
  checks: CatalogueCheck[];
}

/** What the lab asks, read from the features and from nowhere else. */
export interface Catalogue {
  /** In the order of the tasks. */
  tasks: CatalogueTask[];
  /** `sha256:` of the features' text. */
  labHash: string;
}

/** Every check, in the order of the tasks. */
export const checksOf = ({ tasks }: Catalogue): CatalogueCheck[] => tasks.flatMap(({ checks }) => checks);
