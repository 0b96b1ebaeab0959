import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of the package, which has package.json, the features and the fixtures in it: two levels up from the
 * sources (`support/common`), three from what is compiled of them (`dist/support/common`).
 */
export const packageFolder = join(__dirname, existsSync(join(__dirname, '../../package.json')) ? '../..' : '../../..');
