import { createPrivateKey, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../common/package-folder';
import { newKeys, type KeySource, type SigningKeys } from '../../simulator/cognito/tokens/keys';

/**
 * Cached signing keys for the mock's pools. Generating keys is the slowest part of a start, so that it begins before
 * the simulated service is loaded (therefore a separate file), and the keys are reused. They are no secret: only the
 * mock accepts what they sign, and its pools end with the process.
 */
export class SharedKeys {
  static #keys?: Promise<SigningKeys>;
  static readonly source: KeySource = () => (SharedKeys.#keys ??= keptKeys());
}

const cache = join(packageFolder, 'node_modules/.cache/cognito-lab/mock-keys.json');

/** The cached keys, or new ones if the cache is missing or damaged. */
export async function keptKeys(path = cache): Promise<SigningKeys> {
  try {
    const keys = JSON.parse(readFileSync(path, 'utf8')) as SigningKeys;
    for (const { kid, privateKey } of [keys.id, keys.access])
      if (typeof kid !== 'string' || createPrivateKey(privateKey).asymmetricKeyType !== 'rsa')
        throw new Error('spoilt');
    return keys;
  } catch {
    // Missing or damaged: generate new keys.
  }
  const keys = await newKeys();
  keep(path, keys);
  return keys;
}

/** Writes the cache atomically and ignores errors: it is an optimization. */
function keep(path: string, keys: SigningKeys): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // The folder is read-only, or the disk is full.
  }
}
