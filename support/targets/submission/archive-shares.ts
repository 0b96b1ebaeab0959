import type { ZipLimits } from './zip-limits';

interface Share {
  entries: number;
  bytes: number;
}

/**
 * How much of a class's archive each learner takes, by the directory of the archive: one submission must not use
 * up what all have together. A learner is an entry of the top level, or of the only folder there.
 */
export class ArchiveShares {
  readonly #byTop = new Map<string, Share>();
  readonly #bySecond = new Map<string, Share>();

  /** Counts an entry that would be extracted. @param parts of its name, by the slashes */
  add(parts: readonly string[], bytes: number): void {
    for (const [shares, depth] of [
      [this.#byTop, 1],
      [this.#bySecond, 2],
    ] as const) {
      const key = keyOf(parts, depth);
      const { entries, bytes: before } = shares.get(key) ?? { entries: 0, bytes: 0 };
      shares.set(key, { entries: entries + 1, bytes: before + bytes });
    }
  }

  /** Whose an entry is. */
  readonly ownerOf = (parts: readonly string[]): string => keyOf(parts, this.#byTop.size === 1 ? 2 : 1);

  /** The owners that take too much, with the reason. Where all together do, the largest are left out first. */
  tooLarge({ entries, bytes, learner }: ZipLimits): Map<string, string> {
    const refused = new Map<string, string>();
    if (!learner) return refused;
    const left: [owner: string, share: Share][] = [];
    for (const [owner, share] of this.#byTop.size === 1 ? this.#bySecond : this.#byTop)
      if (share.bytes > learner.bytes) refused.set(owner, `it has more than ${megabytes(learner.bytes)} MB`);
      else if (share.entries > learner.entries) refused.set(owner, `it has more than ${learner.entries} files`);
      else left.push([owner, share]);
    for (const [measure, most, shown] of [
      ['bytes', bytes, `${megabytes(bytes)} MB`],
      ['entries', entries, `${entries} files`],
    ] as const) {
      left.sort(([, a], [, b]) => a[measure] - b[measure]);
      let sum = left.reduce((before, [, share]) => before + share[measure], 0);
      while (sum > most) {
        const [owner, share] = left.pop()!;
        sum -= share[measure];
        refused.set(owner, `the archive has more than ${shown}, and this is among the largest in it`);
      }
    }
    return refused;
  }
}

const keyOf = (parts: readonly string[], depth: number): string => parts.slice(0, depth).join('/');

const megabytes = (bytes: number): number => bytes / 1024 ** 2;
