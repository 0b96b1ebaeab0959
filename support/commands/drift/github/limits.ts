/** Limits of GitHub, in one place; what is beyond them GitHub refuses or drops whole (documented). */
export const githubLimits = {
  /** UTF-8 bytes of all that a step adds to the job summary. */
  summaryBytes: 1024 * 1024,
  /** Characters of an issue's body. */
  issueCharacters: 65_536,
  titleCharacters: 256,
  /** Results of a SARIF run. */
  sarifResults: 25_000,
} as const;

/**
 * Markdown within a limit. It is cut between blocks, so that no table is cut in a row, and says that it was.
 *
 * @param blocks in order of importance
 * @param limit as `size` counts: UTF-8 bytes, or characters
 */
export function fitBlocks(
  blocks: readonly string[],
  limit: number,
  size: (text: string) => number = (text) => Buffer.byteLength(text),
): string {
  const whole = blocks.join('\n\n');
  if (size(whole) <= limit) return whole;
  const notice = 'This is not all: GitHub takes no more. The rest is in the report of the run.';
  let room = limit - size(`\n\n${notice}`);
  const kept: string[] = [];
  for (const block of blocks) {
    const text = size(block) <= room ? block : headOf(block, room, size);
    if (text !== '') kept.push(text);
    if (text !== block) break;
    room -= size(`${block}\n\n`);
  }
  return [...kept, notice].join('\n\n');
}

/** The first lines of a block. */
function headOf(block: string, room: number, size: (text: string) => number): string {
  const lines: string[] = [];
  for (const line of block.split('\n')) {
    room -= size(`${line}\n`);
    if (room < 0) break;
    lines.push(line);
  }
  return lines.join('\n');
}
