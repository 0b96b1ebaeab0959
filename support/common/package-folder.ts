import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The root folder of the package, with package.json, the features and the fixtures: two levels above the sources
 * (`support/common`), three above the compiled files (`dist/support/common`).
 */
export const packageFolder = join(__dirname, existsSync(join(__dirname, '../../package.json')) ? '../..' : '../../..');
