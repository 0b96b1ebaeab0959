import { debugChannel } from '../../../common/debug-channel';
import { ExitCode } from '../../../common/exit-code';
import type { LabResult } from '../../../lab/result/result';
import { capabilities } from '../../../terminal/capabilities';
import { onQuitKey } from '../../../terminal/keys';
import { writeReport } from '../../../terminal/output';
import { Screen } from '../../../terminal/screen';
import { poolsOfSandbox } from '../../../simulator/server/port-problem';
import { changesBetween, statusesOf, type Statuses } from '../status-changes';
import { isOutage, outageOf } from '../outage';
import type { WatchedPool } from './watched-pool';
import { ToldOfChanges } from './told-of-changes';
import { Polling, type Trigger } from './triggers';
import { firstLines, laterLines, outageLines, watchScreen, type Seen, type SeenChange } from './watch-view';

const exitCodeOf = ({ status }: LabResult): number =>
  ({ passed: ExitCode.success, failed: ExitCode.failure, error: ExitCode.error })[status];

/** The changes that are remembered. */
const mostChanges = 50;

/**
 * Watches a pool until `q`, Ctrl-C or a signal ends it: a screen that keeps its place on a terminal, plain lines
 * elsewhere.
 *
 * @param end aborts the calls that are under way
 * @returns the exit code of what was said last
 * @throws Problem if the pool cannot be read from the first
 */
export async function watchPool(pool: WatchedPool, end: AbortController): Promise<number> {
  const quit = (): void => end.abort(new Error('The watch was ended.'));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, quit);
  process.stdout.once('error', quit);
  const isScreen =
    process.stdout.isTTY && process.env.TERM !== 'dumb' && !process.env.CI && !debugChannel.hasSubscribers;
  const screen = isScreen ? new Screen(process.stdout) : undefined;
  const restoreKeys = onQuitKey(process.stdin, quit);
  let trigger: Trigger | undefined;
  const watch = new Watch(screen);
  try {
    const isSandbox = pool.endpoint !== undefined && (await poolsOfSandbox(pool.endpoint)) !== undefined;
    trigger = isSandbox && pool.endpoint !== undefined ? new ToldOfChanges(pool.endpoint) : new Polling();
    while (!end.signal.aborted) {
      const began = performance.now();
      const { result, wasThrottled } = await pool.look();
      // The look was cut short; it says nothing.
      if (end.signal.aborted) break;
      // There is nothing to watch: a slip in the id, no permission.
      if (!watch.seen && isOutage(result)) throw outageOf(result);
      watch.add(result, trigger.how);
      await trigger.next({ began, wasThrottled }, end.signal).catch(() => undefined);
    }
  } finally {
    trigger?.close();
    restoreKeys();
    screen?.close();
    for (const signal of signals) process.off(signal, quit);
  }
  if (screen && watch.seen) writeReport(`${laterText(watch.seen)}\n`);
  return watch.exitCode;
}

/** What stays in the terminal after the screen is gone. */
const laterText = (seen: Seen): string =>
  (seen.outage ? outageLines(seen.outage) : firstLines(seen).slice(-1)).join('\n');

/** What was seen so far, and how it is shown. */
class Watch {
  /** Before there is a verdict, there is none. */
  exitCode: number = ExitCode.error;
  seen?: Seen;
  #statuses: Statuses = {};
  #changes: SeenChange[] = [];

  constructor(private readonly screen?: Screen) {}

  add(result: LabResult, how: string): void {
    this.exitCode = exitCodeOf(result);
    const at = new Date();
    const isFirst = this.seen === undefined;
    const before = this.seen;
    if (before && isOutage(result)) {
      const { message, remedy } = outageOf(result);
      this.seen = { ...before, outage: { at, message, remedy }, how };
      // A pipe is told once.
      if (this.screen || before.outage?.message !== message) this.#show(outageLines({ at, message, remedy }));
      return;
    }
    const titles = new Map(result.tasks.flatMap(({ checks }) => checks.map(({ id, title }) => [id, title] as const)));
    const found = changesBetween(this.#statuses, statusesOf(result)).map((change) => ({
      ...change,
      at,
      title: titles.get(change.id) ?? change.id,
    }));
    this.#statuses = { ...this.#statuses, ...statusesOf(result) };
    this.#changes = [...found, ...this.#changes].slice(0, mostChanges);
    this.seen = { result, at, changes: this.#changes, how };
    const isBack = before?.outage !== undefined;
    this.#show(isFirst || (isBack && !found.length) ? firstLines(this.seen) : laterLines(this.seen, found));
  }

  #show(lines: readonly string[]): void {
    const { seen } = this;
    if (!seen) return;
    if (this.screen)
      this.screen.show(({ columns, rows }) =>
        watchScreen(seen, { ...capabilities(process.stdout), width: columns, rows }),
      );
    else if (lines.length) writeReport(`${lines.join('\n')}\n`);
  }
}
