/** The longest words that are compared: a name is short, and the comparison takes the product of the lengths. */
const longest = 80;

/**
 * The known word that a misspelt one most likely means. Ignores case.
 *
 * @returns undefined where none is near: more than a third of the letters differ
 */
export function closest(word: string, known: readonly string[]): string | undefined {
  const given = word.trim().toLowerCase();
  if (!given || given.length > longest) return undefined;
  let best: { word: string; distance: number } | undefined;
  for (const each of known) {
    if (each.length > longest) continue;
    const distance = distanceOf(given, each.toLowerCase());
    if (distance < (best?.distance ?? Infinity)) best = { word: each, distance };
  }
  return best && best.distance <= Math.ceil(given.length / 3) ? best.word : undefined;
}

/** How many letters to put in, take out or change (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
