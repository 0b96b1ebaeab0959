import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { folder, type Kind } from './kind';

/** A right submission under a name of the learner's choice. @param name of a name that nobody else has */
const named = (name: (own: string) => string): Kind => ({
  make: (path) => folder()(join(dirname(path), name(basename(path)))),
  reason: 'graded',
});

export const names: Record<string, Kind> = {
  'one that begins a command': named((own) => `${own}\n::error::x`),
  'one that is a formula': named((own) => `=cmd|calc!${own}`),
  'one that is markup': named((own) => `${own}<img src=x onerror=alert(1)>`),
  'one that is read from right to left': named((own) => `${own}\u202exslx.nosj`),
  'one of 255 characters': named((own) => own.padEnd(255, 'n')),
  'one that is an option': named((own) => `--output=${own}`),
  'one that every object has': named((own) => `__proto__ constructor ${own}`),
  'one that is no text': {
    make: (path) => {
      const bytes = Buffer.concat([Buffer.from(path), Buffer.from([0xff, 0xfe])]);
      mkdirSync(bytes);
      writeFileSync(Buffer.concat([bytes, Buffer.from('/list-users.json')]), '{}');
    },
    reason: /cannot be found by its name/,
  },
};
