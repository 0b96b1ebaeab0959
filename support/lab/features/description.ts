/** Shown in place of the general hint, where what was found is one of these words. */
export interface HintIf {
  /** As the lab writes them, in any case: `Phone number`. */
  readonly found: readonly string[];
  /** `Hint if without "Name":` where the list that was found lacks the word. */
  readonly without?: true;
  readonly hint: string;
}

/** The parts of a scenario's description. */
export interface Description {
  readonly hint: string;
  readonly hints: readonly HintIf[];
  readonly why?: string;
  readonly console: string;
  readonly docs: string;
}

/** The labels. They are the same in every language, as tags are: what follows them is in the lab's own. */
export const labels = ['Hint', 'Hint if', 'Why', 'Classic wizard', 'Console', 'Docs'] as const;
type Label = (typeof labels)[number];

/** A labelled paragraph. */
export interface Paragraph {
  readonly label: Label;
  /** Of `Hint if "Phone number", "Email":`. */
  readonly found: readonly string[];
  readonly without?: true;
  readonly text: string;
  /** The line of the label, from 0 at the first line of the description. */
  readonly line: number;
}

const required: readonly Label[] = ['Hint', 'Console', 'Docs'];

/** The labelled paragraphs of a description. Each ends at the next label. */
export function paragraphsOf(description: string): Paragraph[] {
  const paragraphs: (Start & { words: string[]; line: number })[] = [];
  description.split('\n').forEach((raw, line) => {
    const text = raw.trim();
    const start = labelOf(text);
    if (start) paragraphs.push({ ...start, words: [start.rest], line });
    else paragraphs.at(-1)?.words.push(text);
  });
  return paragraphs.map(({ words, rest: _, ...paragraph }) => ({
    ...paragraph,
    text: words.filter(Boolean).join(' '),
  }));
}

interface Start {
  label: Label;
  found: string[];
  without?: true;
  rest: string;
}

function labelOf(text: string): Start | undefined {
  const [, without, quoted = '', after = ''] = /^Hint if (without )?("[^"]*"(?:, ?"[^"]*")*) ?:(.*)$/.exec(text) ?? [];
  if (quoted) {
    const found = [...quoted.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word.trim());
    return { label: 'Hint if', found, ...(without && { without: true as const }), rest: after.trim() };
  }
  const label = labels.find((known) => known !== 'Hint if' && text.startsWith(`${known}:`));
  return label && { label, found: [], rest: text.slice(label.length + 1).trim() };
}

/** @returns the description, or the labels that it lacks */
export function readDescription(text: string): Description | { missing: string[] } {
  const paragraphs = paragraphsOf(text).filter((each) => each.text);
  const textOf = (label: Label): string | undefined =>
    paragraphs
      .filter((each) => each.label === label)
      .map((each) => each.text)
      .at(-1);
  const missing = required.filter((label) => textOf(label) === undefined);
  if (missing.length) return { missing };
  const [classic, console, why] = [textOf('Classic wizard'), textOf('Console') ?? '', textOf('Why')];
  return {
    hint: textOf('Hint') ?? '',
    hints: paragraphs.flatMap(({ label, found, without, text: hint }) =>
      label === 'Hint if' ? [{ found, ...(without && { without }), hint }] : [],
    ),
    ...(why !== undefined && { why }),
    console: classic === undefined ? console : `Classic wizard: ${classic}\nPresent console: ${console}`,
    docs: textOf('Docs') ?? '',
  };
}
