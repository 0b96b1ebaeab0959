import { createPrivateKey, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../common/package-folder';
import { newKeys, type KeySource, type SigningKeys } from '../../simulator/cognito/tokens/keys';

/**
 * Keys for the mock's pools. Making them takes longer than all the rest, so that they are asked for before the
 * simulated service is even loaded (this file is apart from the mock for that), and kept for the next time. They are no
 * secret: what they sign is believed by nobody but the mock, whose pools end with its process.
 */
export class SharedKeys {
  static #keys?: Promise<SigningKeys>;
  static readonly source: KeySource = () => (SharedKeys.#keys ??= keptKeys());
}

const cache = join(packageFolder, 'node_modules/.cache/cognito-lab/mock-keys.json');

/** The keys that were kept, or new ones where there are none that are whole. */
export async function keptKeys(path = cache): Promise<SigningKeys> {
  try {
    const keys = JSON.parse(readFileSync(path, 'utf8')) as SigningKeys;
    for (const { kid, privateKey } of [keys.id, keys.access])
      if (typeof kid !== 'string' || createPrivateKey(privateKey).asymmetricKeyType !== 'rsa')
        throw new Error('spoilt');
    return keys;
  } catch {
    // Not there yet, or not whole: they are made again.
  }
  const keys = await newKeys();
  keep(path, keys);
  return keys;
}

/** Whole or not at all, and quietly: without it everything works as well, only slower. */
function keep(path: string, keys: SigningKeys): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // A folder that cannot be written, or a disk that is full.
  }
}
