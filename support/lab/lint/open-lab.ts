import { readLab, type Lab } from '../lab-folder';
import { labProblem } from '../lab-folder/fault';

/**
 * The lab to check by. What its steps say is looked at first, so that a phrase or a value that is none is refused with
 * its place before anything is read or made. This program's own lab is held to that by its tests.
 *
 * @param folder as the user named it (default: this program's own lab)
 * @throws Problem that lists every fault with its file and line
 */
export function openLab(folder?: string): Lab {
  const lab = readLab(folder);
  if (folder === undefined) return lab;
  const { lintSteps } = require('./lint-steps') as typeof import('./lint-steps');
  const faults = lintSteps(lab.features);
  if (faults.length) throw labProblem(folder, faults);
  return lab;
}
