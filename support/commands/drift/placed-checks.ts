import { join, relative, sep } from 'node:path';
import { packageFolder } from '../../common/package-folder';
import { checksOf, type CatalogueCheck } from '../../lab/features/catalogue';
import type { Lab } from '../../lab/lab-folder';

/** The checks of a lab, with their places relative to the current folder where the lab is not this program's own. */
export function placedChecks({ catalogue, folder }: Lab): CatalogueCheck[] {
  const checks = checksOf(catalogue);
  if (folder === packageFolder) return checks;
  const path = relative('', folder).split(sep).join('/');
  return checks.map((check) => ({ ...check, place: join(path, check.place).split(sep).join('/') }));
}
