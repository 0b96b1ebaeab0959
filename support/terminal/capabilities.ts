import isUnicodeSupported from 'is-unicode-supported';
import type { ReportOptions } from '../reports/render/report';

/**
 * The capabilities of the output: colours if it is a terminal and NO_COLOR is not set, and the terminal's width.
 *
 * @param toFile whether the report goes to a file, which has neither
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
