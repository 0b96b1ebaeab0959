/** The parts of a scenario's description. */
export interface Description {
  hint: string;
  console: string;
  docs: string;
}

const labels = ['Hint', 'Classic wizard', 'Console', 'Docs'] as const;

/**
 * Parses the labelled paragraphs of a scenario's description: `Hint:`, `Classic wizard:`, `Console:` and `Docs:`. A
 * paragraph ends at the next label.
 *
 * @returns the description, or the missing labels
 */
export function readDescription(text: string): Description | { missing: string[] } {
  const found = new Map<string, string>();
  let label: string | undefined;
  for (const line of text.split('\n').map((line) => line.trim())) {
    const next = labels.find((known) => line.startsWith(`${known}:`));
    if (next) label = next;
    const words = next ? line.slice(next.length + 1).trim() : line;
    if (label && words) found.set(label, [found.get(label), words].filter(Boolean).join(' '));
  }
  const missing = labels.filter((known) => !found.has(known));
  if (missing.length) return { missing };
  const [hint, classic, console, docs] = labels.map((known) => found.get(known) ?? '') as [
    string,
    string,
    string,
    string,
  ];
  return { hint, console: `Classic wizard: ${classic}\nPresent console: ${console}`, docs };
}
