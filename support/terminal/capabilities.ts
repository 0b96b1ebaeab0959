import isUnicodeSupported from 'is-unicode-supported';
import type { ReportOptions } from '../reports/render/report';

/**
 * What a report may use: colours where a terminal shows them and NO_COLOR does not forbid it, the terminal's width.
 *
 * @param toFile the report goes to a file, which has neither
 */
export function capabilities(stream: NodeJS.WriteStream, toFile = false): ReportOptions {
  const { NO_COLOR, FORCE_COLOR, TERM, COLUMNS } = process.env;
  const wanted = FORCE_COLOR ? FORCE_COLOR !== '0' : stream.isTTY && TERM !== 'dumb';
  return {
    colour: !toFile && !NO_COLOR && wanted,
    width: (!toFile && stream.columns) || Number(COLUMNS) || 80,
    unicode: toFile || !stream.isTTY || isUnicodeSupported(),
  };
}
