import { readLab } from '../../lab/lab-folder';
import { needsOf } from '../../lab/phrases/needs';
import { writeReport } from '../../terminal/output';
import { policyOf } from './policy';

/** `cognito-lab lab policy`. */
export function labPolicy(folder: string, provision: boolean): void {
  const lab = readLab(folder);
  writeReport(`${JSON.stringify(policyOf(lab, needsOf(lab.catalogue), provision), null, 2)}\n`);
}
