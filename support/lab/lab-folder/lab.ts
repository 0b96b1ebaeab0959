import type { GherkinDocument, Pickle } from '@cucumber/messages';
import type { Catalogue, LabIdentity } from '../features/catalogue';
import type { Solution } from '../solution/solution';

/** A feature file, as it was read once. */
export interface FeatureFile {
  /** Relative to the lab's folder, with slashes: `features/task-4.feature`. */
  readonly uri: string;
  readonly text: string;
  readonly document: GherkinDocument;
  /** Its scenarios, with the steps of the background. */
  readonly pickles: readonly Pickle[];
}

/**
 * A lab: words and data. It is read once from its folder, never changes, and is handed down to whoever needs it; it
 * is JSON, so that another process can be sent it.
 */
export interface Lab {
  readonly identity: LabIdentity;
  /** The page that learners follow. */
  readonly tutorial?: string;
  /** The code of the language that its features are written in: `en`. */
  readonly language: string;
  /** The absolute path of its folder. */
  readonly folder: string;
  readonly features: readonly FeatureFile[];
  readonly catalogue: Catalogue;
  /** The choices of a learner who does what the lab says. */
  readonly solution: Solution;
  /** The names of the app clients that the solution creates. */
  readonly clientNames: readonly string[];
}
