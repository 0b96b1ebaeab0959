import { planOf } from './choices';
import { readSolution } from './solution';

/** The name of the lab's app client, from the model solution. */
export const labClientName = (): string => planOf(readSolution()).appClients[0]?.ClientName ?? '';
