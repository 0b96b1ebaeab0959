import { newKeys, type KeySource } from '../cognito/tokens/keys';

/**
 * Keys for the mock's pools in this process, made once. Making them takes longer than all the rest, so that they are
 * asked for before the simulated service is even loaded: this file is apart from the mock for that.
 */
export class SharedKeys {
  static #keys?: ReturnType<KeySource>;
  static readonly source: KeySource = () => (SharedKeys.#keys ??= newKeys());
}
