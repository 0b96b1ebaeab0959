import type { Catalogue } from '../../lab/features/catalogue';

/** The lab that is practised. */
export interface PracticeLab {
  /** Its title, where it is not the lab of this package. */
  title?: string;
  catalogue: Catalogue;
  /** The folder of the features (default: this lab's). */
  features?: string;
  /** The name that the class agreed on for every pool. */
  userPoolName?: string;
  /** The name of the lab's app client: the one that a snapshot describes. */
  clientName: string;
}
