import * as fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Bytes per read. */
const blockSize = 64 * 1024;

/**
 * Reads the lines of a text file, without line ends, one at a time. A line end at the end of the file starts no
 * further line.
 *
 * @param longest the maximum characters of a line
 * @throws RangeError for a longer line, and the error of the file system if the file cannot be read
 */
export function* readLines(file: string, longest: number): Generator<string> {
  const fd = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const block = Buffer.alloc(blockSize);
    let rest = '';
    for (let size = 1; size > 0;) {
      size = fs.readSync(fd, block);
      const lines = (size > 0 ? decoder.write(block.subarray(0, size)) : decoder.end()).split('\n');
      lines[0] = rest + (lines[0] ?? '');
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > longest) throw new RangeError(`It has a line of more than ${String(longest)} characters`);
    }
    if (rest !== '') yield rest;
  } finally {
    fs.closeSync(fd);
  }
}
