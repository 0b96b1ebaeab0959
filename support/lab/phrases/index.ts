import { behaviourPhrases } from './behaviour-phrases';
import type { Phrase } from './phrase';
import { settingPhrases } from './setting-phrases';

export type { Phrase } from './phrase';
export * from './parameter-types';
export * from './relations';

/** Every sentence that a feature can say, by a short name for the step definitions. */
export const phrases = { ...settingPhrases, ...behaviourPhrases };

export const allPhrases: readonly Phrase[] = Object.values(phrases);
