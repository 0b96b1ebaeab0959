import * as fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Bytes per read. */
const blockSize = 64 * 1024;

/**
 * Reads the lines of a text file, without line ends, one at a time. A line end at the end of the file starts no
 * further line. Opening never blocks.
 *
 * @param file its last component is no link: pass the result of `realpath`
 * @param longest the maximum characters of a line
 * @throws RangeError for a longer line, TypeError for what is not a regular file, and the error of the file system if the file cannot be read
 */
export function* readLines(file: string, longest: number): Generator<string> {
  // Windows lacks both flags.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants;
  const fd = fs.openSync(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    if (!fs.fstatSync(fd).isFile()) throw new TypeError('it is not a file');
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
