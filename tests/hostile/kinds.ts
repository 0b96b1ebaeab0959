import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientsFolder, cliFiles } from '../../support/targets/submission/cli-folder';

/** Makes what one learner hands in, at a path. */
type Make = (path: string) => void;

const folder = (contents: Record<string, string>): Make => {
  return (path) => {
    mkdirSync(path);
    for (const [name, text] of Object.entries(contents)) writeFileSync(join(path, name), text);
  };
};
const poolWith = (value: string): Make =>
  folder({ [cliFiles.DescribeUserPool]: `{"UserPool":{"Policies":{"PasswordPolicy":{"MinimumLength":${value}}}}}` });
const file =
  (text: string): Make =>
  (path) =>
    writeFileSync(`${path}.json`, text);

/** What strangers tried, each with the right that no one else is touched by it. Big things are made here, not kept. */
export const kinds: Record<string, Make> = {
  'sizes: a text of 9 MB': poolWith(JSON.stringify('\u007f'.repeat(9_000_000))),
  'sizes: a text of 1 MB': poolWith(JSON.stringify('\u0001'.repeat(1_000_000))),
  'sizes: 5 million empty users': folder({ [cliFiles.ListUsers]: `{"Users":[${'{},'.repeat(5_000_000)}{}]}` }),
  'sizes: 100,000 users of the right shape': folder({
    [cliFiles.ListUsers]: `{"Users":[${'{"Username":"u"},'.repeat(100_000)}{"Username":"u"}]}`,
  }),
  'sizes: a number that is none': poolWith('1e999'),
  'folders: 3,000 app clients': (path) => {
    mkdirSync(join(path, clientsFolder), { recursive: true });
    for (let at = 0; at < 3_000; at++) writeFileSync(join(path, clientsFolder, `${at}.json`), '{}');
  },
  'folders: nothing in it': folder({}),
  'folders: links to files outside': (path) => {
    mkdirSync(path);
    for (const name of Object.values(cliFiles)) symlinkSync('/etc/passwd', join(path, name));
  },
  'folders: a link to itself': (path) => symlinkSync(path, path),
  'names: a name that begins a command': (path) => writeFileSync(`${path}\n::error::x.json`, '{'),
  'names: __proto__ in the text': file('{"schema":"cognito-lab/snapshot/v1","__proto__":{"x":1}}'),
  'endless sources: a pipe': (path) => void execFileSync('mkfifo', [path]),
  'endless sources: a pipe in a folder': (path) => {
    mkdirSync(path);
    execFileSync('mkfifo', [join(path, cliFiles.DescribeUserPool)]);
  },
  'endless sources: a device': (path) => {
    mkdirSync(path);
    symlinkSync('/dev/zero', join(path, cliFiles.ListUsers));
  },
  'text: 1 MB of blanks': file(JSON.stringify({ schema: `x${' '.repeat(1_000_000)}y` })),
  'text: escapes without an end': poolWith(JSON.stringify('\u001b['.repeat(200_000))),
  'json: a million open brackets': file('['.repeat(1_000_000)),
  'json: a member named a million times': file(`{${'"a":1,'.repeat(200_000)}"a":1}`),
  'json: cut in the middle': file('{"schema": "cognito-lab/snap'),
  'dates: one that JavaScript does not have': (path) => {
    folder({ [cliFiles.ListUsers]: '{"Users":[]}' })(path);
    utimesSync(join(path, cliFiles.ListUsers), 99_999_999_999, 99_999_999_999);
  },
};

/** Programs that swap a file of a right submission, without a pause, until they are ended. */
const swap = (make: string): string => `
  const fs = require('node:fs');
  const file = process.argv[1] + '/${cliFiles.DescribeUserPool}';
  const right = fs.readFileSync(file);
  for (;;) {
    try {
      fs.rmSync(file, { force: true });
      ${make}
      fs.rmSync(file, { force: true });
      fs.writeFileSync(file + '.new', right);
      fs.renameSync(file + '.new', file);
    } catch {}
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  }`;

/** What a learner's folder becomes between the look at it and the read, by the learner's name. */
export const swaps: Record<string, string> = {
  'y-link': swap(`fs.symlinkSync('/etc/passwd', file);`),
  'y-device': swap(`fs.symlinkSync('/dev/zero', file);`),
  'y-pipe': swap(`require('node:child_process').execFileSync('mkfifo', [file]);`),
  'y-folder': swap(`fs.mkdirSync(file); fs.rmdirSync(file);`),
};
