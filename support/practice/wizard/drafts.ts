import { randomBytes } from 'node:crypto';
import type { Values } from '../forms/field';

/** A wizard that somebody is going through, in one tab of a browser. */
export interface Draft {
  readonly id: string;
  values: Values;
  /** Numbers of the steps that were filled in. */
  readonly done: Set<number>;
  /** The pool that was created from it. */
  made?: { userPoolId: string };
  /** The creation that is under way: a form that is sent twice creates one pool. */
  making?: Promise<unknown>;
}

/** Wizards that are remembered; each has a few kilobytes at most. */
const mostDrafts = 200;

/** The answers so far, until the last button is pressed: before it, nothing is created. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();

  get(id: string): Draft | undefined {
    return this.#drafts.get(id);
  }

  /** @param from whose answers it begins with */
  start(from?: Draft, id = randomBytes(9).toString('base64url')): Draft {
    const draft: Draft = {
      id,
      values: { ...from?.values },
      done: new Set(from?.done),
    };
    this.#drafts.set(draft.id, draft);
    for (const oldest of this.#drafts.keys()) {
      if (this.#drafts.size <= mostDrafts) break;
      this.#drafts.delete(oldest);
    }
    return draft;
  }

  /** The one of this id, or a new one. */
  at(id: string): Draft {
    const known = this.#drafts.get(id);
    return known ?? (/^[\w-]{12}$/.test(id) ? this.start(undefined, id) : this.start());
  }

  clear(): void {
    this.#drafts.clear();
  }
}
