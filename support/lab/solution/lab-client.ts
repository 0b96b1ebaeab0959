import { planOf } from './choices';
import { readSolution } from './solution';

/** The name of the app client that the lab asks for, as the model solution has it. */
export const labClientName = (): string => planOf(readSolution()).appClient?.ClientName ?? '';
