/**
 * The JSON of an object in pieces, none longer than an item of its arrays or another member: V8 limits a string to
 * 512 MB.
 *
 * @returns what `JSON.stringify(value)` is when put together
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{';
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    const start = `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(member)) {
      yield `${start}[`;
      for (const [at, item] of member.entries()) yield `${at ? ',' : ''}${JSON.stringify(item) ?? 'null'}`;
      yield ']';
    } else {
      const text = JSON.stringify(member) as string | undefined;
      // As JSON.stringify does with undefined.
      if (text === undefined) continue;
      yield start + text;
    }
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}
