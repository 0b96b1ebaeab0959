import { CognitoError, invalidParameter } from '../errors';

/** Errors beyond this number are counted and not listed. */
const maximumTold = 100;

/** Collects what AWS's front end finds wrong with an input: all of it, not the first. */
export class ValidationErrors {
  #count = 0;
  readonly #texts: string[] = [];

  /** @param shown the value in AWS's quotes, `null`, or undefined where it is not repeated */
  add(path: string, shown: string | undefined, constraint: string): void {
    this.#count += 1;
    if (this.#texts.length >= maximumTold) return;
    const value = shown === undefined ? 'Value' : `Value ${shown}`;
    this.#texts.push(`${value} at '${path}' failed to satisfy constraint: ${constraint}`);
  }

  /** @throws CognitoError `InvalidParameterException` if anything was added */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const errors = this.#count === 1 ? 'error' : 'errors';
    throw invalidParameter(`${this.#count} validation ${errors} detected: ${this.#texts.join('; ')}`);
  }
}

/** A value of another JSON type than the model's. It comes before every constraint, and alone. */
export const serializationError = (message: string): CognitoError =>
  new CognitoError('SerializationException', message);
