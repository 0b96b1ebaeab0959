// Has stack traces name the lines of the TypeScript, where they are of compiled code.
const { SourceMap } = require('node:module');

/** @param maps the text of the source map of each compiled file, by its path */
exports.mapStacks = (maps) => {
  const parsed = new Map();
  const mapOf = (file) => {
    if (!maps.has(file)) return undefined;
    if (!parsed.has(file)) parsed.set(file, new SourceMap(JSON.parse(maps.get(file))));
    return parsed.get(file);
  };
  const lineOf = (frame) => {
    const entry = mapOf(frame.getFileName())?.findEntry(frame.getLineNumber() - 1, frame.getColumnNumber() - 1);
    if (entry?.originalLine === undefined) return String(frame);
    return String(frame).replace(/:\d+:\d+(?=\)?$)/, `:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
  };
  // It is called when the stack of an error is first asked for.
  Error.prepareStackTrace = (error, frames) =>
    [headOf(error), ...frames.map((frame) => `    at ${lineOf(frame)}`)].join('\n');
};

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
