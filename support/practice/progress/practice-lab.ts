import type { Lab } from '../../lab/lab-folder';

/** The lab that is practised. */
export interface PracticeLab {
  lab: Lab;
  /** The name that the class agreed on for every pool. */
  userPoolName?: string;
}
