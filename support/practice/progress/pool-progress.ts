import type { CheckStatus, LabResult } from '../../lab/result/result';
import { runLab } from '../../runner/run-lab';
import type { PageHost } from '../../simulator/server/page-host';
import type { PracticeLab } from './practice-lab';
import { PracticeSession } from './practice-session';
import { PracticeTarget } from './practice-target';

/** A check that the last change turned. */
export interface StateChange {
  id: string;
  title: string;
  from: CheckStatus;
  to: CheckStatus;
}

/** How far a learner has come with one pool. */
export interface PoolStatus {
  result: LabResult;
  /** What the last change turned green or red, or otherwise. */
  turns: StateChange[];
}

interface Known extends PoolStatus {
  version: number;
}

/** The maximum number of pools whose status is kept. */
const mostKnown = 50;

/** Where no pool is: the key of a learner who has created none. */
const noPool = '';

/**
 * Judges pools of the sandbox by the lab, each as it is now, on a copy: see {@link PracticeTarget}. A pool is judged
 * once a change, however many ask.
 */
export class PoolProgress {
  #version = 0;
  readonly #known = new Map<string, Known>();
  readonly #running = new Map<string, Promise<Known>>();
  readonly #end: () => void;

  constructor(
    private readonly host: PageHost,
    private readonly owner: { region: string; accountId: string },
    readonly lab: () => PracticeLab,
    /** Where the AWS CLI finds the sandbox, for the commands. */
    private readonly endpoint: () => string | undefined = () => undefined,
  ) {
    this.#end = host.onChange(() => void this.#version++);
  }

  /** @param userPoolId undefined for a learner who has created no pool */
  async of(userPoolId: string | undefined): Promise<PoolStatus> {
    const key = userPoolId ?? noPool;
    for (;;) {
      const known = this.#known.get(key);
      if (known?.version === this.#version) return known;
      const running = this.#running.get(key) ?? this.#start(key, known);
      const judged = await running;
      // A change during the run is checked by the next one; a caller does not wait for a pool that keeps changing.
      if (judged.version === this.#version || !known) return judged;
      if (judged.version > known.version) return judged;
    }
  }

  close(): void {
    this.#end();
  }

  #start(key: string, before: Known | undefined): Promise<Known> {
    const running = this.#judge(key, before).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  async #judge(key: string, before: Known | undefined): Promise<Known> {
    const version = this.#version;
    const { lab, userPoolName } = this.lab();
    const pool = key === noPool ? undefined : key;
    const target = new PracticeTarget(this.host.cognito, this.owner, pool, this.endpoint());
    const session = new PracticeSession(target, { userPoolName });
    try {
      const result = await runLab(lab, session);
      // A pool that is new to us is compared with having none.
      const earlier = before ?? (key === noPool ? undefined : this.#known.get(noPool));
      const turns = earlier ? turned(earlier.result, result) : [];
      const judged = { result, version, turns };
      this.#remember(key, judged);
      return judged;
    } finally {
      await session.close();
    }
  }

  #remember(key: string, judged: Known): void {
    this.#known.delete(key);
    this.#known.set(key, judged);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKnown) return;
      if (oldest !== noPool) this.#known.delete(oldest);
    }
  }
}

/** The checks whose state differs, in the order of the lab. */
function turned(before: LabResult, after: LabResult): StateChange[] {
  const earlier = new Map(before.tasks.flatMap(({ checks }) => checks.map(({ id, status }) => [id, status])));
  return after.tasks.flatMap(({ checks }) =>
    checks.flatMap(({ id, title, status }) => {
      const from = earlier.get(id);
      return from === undefined || from === status ? [] : [{ id, title, from, to: status }];
    }),
  );
}
