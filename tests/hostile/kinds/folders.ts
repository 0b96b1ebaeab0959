import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientsFolder, cliFiles } from '../../../support/targets/submission/cli-folder';
import { folder, type Kind } from './kind';

/** A right submission with something else where a file is. */
const instead = (name: string, make: (at: string) => void): Kind['make'] => {
  return (path) => {
    folder()(path);
    rmSync(join(path, name), { force: true });
    make(join(path, name));
  };
};
const filled = (count: number, name: (at: number) => string): Kind['make'] => {
  return (path) => {
    folder()(path);
    for (let at = 0; at < count; at++) {
      mkdirSync(join(path, name(at), '..'), { recursive: true });
      writeFileSync(join(path, name(at)), '{}');
    }
  };
};

export const folders: Record<string, Kind> = {
  '3,000 app clients': { make: filled(3_000, (at) => `${clientsFolder}/${at}.json`), reason: /more than 100 files/ },
  '6,000 other files': { make: filled(6_000, (at) => `${at}.txt`), reason: /more than 5000 files/ },
  '100 folders below each other': {
    make: (path) => mkdirSync(join(path, ...Array.from({ length: 100 }, () => 'd')), { recursive: true }),
    reason: /contains no submission/,
  },
  'nothing in it': { make: (path) => mkdirSync(path), reason: /contains no submission/ },
  'links to files outside': {
    make: (path) => {
      mkdirSync(path);
      for (const name of Object.values(cliFiles)) symlinkSync('/etc/passwd', join(path, name));
    },
    reason: /Links are not followed/,
  },
  'a link to nothing': { make: instead(cliFiles.ListUsers, (at) => symlinkSync('/nowhere', at)), reason: /is a link/ },
  'a link to itself': { make: (path) => symlinkSync(path, path), reason: /is a link/ },
  'links in a circle': {
    make: (path) => {
      mkdirSync(path);
      symlinkSync('b', join(path, 'a'));
      symlinkSync('a', join(path, 'b'));
      symlinkSync('.', join(path, 'c'));
    },
    reason: /contains no submission/,
  },
  'a link to the app clients of another': {
    make: instead(clientsFolder, (at) => symlinkSync('/etc', at)),
    reason: /Links are not followed/,
  },
  'a folder where a file is': { make: instead(cliFiles.ListUsers, (at) => mkdirSync(at)), reason: /is not a file/ },
  'a pipe': { make: (path) => void execFileSync('mkfifo', [path]), reason: /neither a file nor a folder/ },
  'a pipe in it': {
    make: instead(cliFiles.DescribeUserPool, (at) => execFileSync('mkfifo', [at])),
    reason: /^describe-user-pool\.json is not a file/,
  },
  'a device': { make: instead(cliFiles.ListUsers, (at) => symlinkSync('/dev/zero', at)), reason: /is a link/ },
  'a date that JavaScript does not have': {
    make: (path) => {
      folder({ [cliFiles.ListUsers]: '{' })(path);
      utimesSync(join(path, cliFiles.ListUsers), 99_999_999_999_999, 99_999_999_999_999);
    },
    reason: /^list-users\.json is not JSON/,
  },
};
