import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cliFiles } from '../../../support/targets/submission/cli-folder';
import { rightFiles } from '../../grade/class-on-disk';
import { file, folder, type Kind } from './kind';

const usersIn = (content: Buffer | string): Kind['make'] => folder({ [cliFiles.ListUsers]: content });

export const texts: Record<string, Kind> = {
  'a name that begins a command': {
    make: (path) => writeFileSync(`${path}\n::error::x.json`, '{'),
    reason: /^x\d+x ::error::x\.json is not JSON/,
  },
  '__proto__ in it': {
    make: file('{"schema":"cognito-lab/snapshot/v1","__proto__":{"x":1}}'),
    reason: /a member named __proto__/,
  },
  'a million open brackets': { make: file('['.repeat(1_000_000)), reason: /nested more than 64 levels/ },
  'a member named 200,000 times': { make: file(`{${'"a":1,'.repeat(200_000)}"a":1}`), reason: /names a member twice/ },
  '250,000 members that nobody knows': {
    make: usersIn(`{${Array.from({ length: 250_000 }, (_, at) => `"${at}":1`).join()},"Users":[]}`),
    reason: /^list-users\.json (holds more values|is 3 MB)/,
  },
  'cut in the middle': { make: file('{"schema": "cognito-lab/snap'), reason: /it ends too early/ },
  'half a UTF-16 character': {
    make: usersIn(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"Users":[]}', 'utf16le'), Buffer.from('x')])),
    reason: /^list-users\.json is not JSON/,
  },
  'nothing but NULs': { make: usersIn('\0'.repeat(1_000_000)), reason: /^list-users\.json is not JSON/ },
  'UTF-16, as PowerShell writes it': {
    make: (path) => {
      const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
      const right = Object.entries(rightFiles(basename(path)));
      folder(Object.fromEntries(right.map(([name, text]) => [name, utf16(text)])))(path);
    },
    reason: 'graded',
  },
};
