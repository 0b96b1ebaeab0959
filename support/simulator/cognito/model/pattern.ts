/**
 * Reads a Java regular expression of the model as a test of the whole text, in time that grows with the text and
 * not faster: what a caller sends is matched before anything else is known of it.
 */
export function fullMatch(pattern: string): (text: string) => boolean {
  return containment(pattern) ?? regularExpression(pattern);
}

/**
 * Message templates are patterns like `C*\{####\}C*`, which backtrack for ever on a long text. Where C takes the
 * characters of the literals, too, they mean: all characters are of C, and the literals occur one after another.
 */
function containment(pattern: string): ((text: string) => boolean) | undefined {
  const star = /^(?:\[(?:[^\]\\]|\\.)*\]|\.)\*/.exec(pattern)?.[0];
  if (star === undefined) return undefined;
  const [before, ...parts] = pattern.split(star).map(literal);
  const after = parts.pop();
  if (before !== '' || after !== '' || !parts.every((part) => part !== undefined && part !== '')) return undefined;
  const literals = parts as string[];
  const isOfClass = regularExpression(star);
  if (!isOfClass(literals.join(''))) return undefined;
  return (text) => isOfClass(text) && occurInOrder(text, literals);
}

/** The text that a piece of a pattern stands for, if it stands for one. */
function literal(piece: string): string | undefined {
  const plain = piece.replace(/\\([^a-zA-Z0-9])/g, '');
  return /[\\^$.|?*+()[\]{}]/.test(plain) ? undefined : piece.replace(/\\(.)/g, '$1');
}

function occurInOrder(text: string, literals: string[]): boolean {
  let from = 0;
  for (const each of literals) {
    const at = text.indexOf(each, from);
    if (at < 0) return false;
    from = at + each.length;
  }
  return true;
}

/** White space is ASCII's in Java, and far more in JavaScript. */
const javaSpace = String.raw` \t\n\x0B\f\r`;

function regularExpression(pattern: string): (text: string) => boolean {
  const dotAll = pattern.startsWith('(?s)');
  const source = pattern
    .replace('(?s)', '')
    .replaceAll(String.raw`[\S]`, `[^${javaSpace}]`)
    .replaceAll(String.raw`\s`, javaSpace);
  const expression = new RegExp(`^(?:${source})$`, dotAll ? 'us' : 'u');
  return (text) => expression.test(text);
}
