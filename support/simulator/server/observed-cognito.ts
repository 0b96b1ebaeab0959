import type { CallContext } from '../cognito/handler';
import { SimulatedCognito, type SimulatedCognitoOptions } from '../cognito/service';
import { changesState } from './operation-traits';

/** A service that reports every call that may have changed something, including refused ones. */
export class ObservedCognito extends SimulatedCognito {
  readonly #listeners = new Set<() => void>();

  constructor(options: SimulatedCognitoOptions) {
    super(options);
  }

  override async call(operation: string, input: unknown, context: CallContext): Promise<Record<string, unknown>> {
    try {
      return await super.call(operation, input, context);
    } finally {
      if (changesState(operation)) this.changed();
    }
  }

  /** Reports a change that no call made. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** @returns what ends it */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
