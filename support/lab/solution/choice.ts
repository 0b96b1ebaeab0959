import type { Setting, Subject, ValueKind } from '../settings';
import type { Draft } from './draft';

/** A choice that a learner can make: a field of a form, a key in a solution. */
export interface Choice {
  /** Unique among the choices of the same subject. */
  readonly label: string;
  readonly of: Subject;
  readonly values: ValueKind;
  /** The step of the classic wizard. */
  readonly wizardStep?: 1 | 2 | 3 | 4 | 5;
  /** Fixed once it exists. */
  readonly fixed?: true;
  /** The setting that is chosen, if it is one alone. */
  readonly setting?: Setting;
  /** The effect on the plan. @throws Problem for a value that is not offered */
  readonly apply: (draft: Draft, value: unknown) => void;
}
