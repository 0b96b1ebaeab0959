import { truncateSync, writeFileSync } from 'node:fs';
import { cliFiles } from '../../../support/targets/submission/cli-folder';
import { zipOf } from '../../support/zip';
import { file, rightZip, zip, type Kind } from './kind';

const users = { name: cliFiles.ListUsers, content: '{}' };
const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);

export const archives: Record<string, Kind> = {
  'a right one': { make: rightZip(), reason: 'graded' },
  'one file of 15 MB of zeros': {
    make: zip([{ ...users, content: zeros(15_000_000) }]),
    reason: /grows more than 200-fold/,
  },
  '500 files of 1 MB of zeros': {
    make: zip(Array.from({ length: 500 }, (_, at) => ({ name: `${at}.json`, content: zeros(1_000_000) }))),
    reason: /has more than 64 MB/,
  },
  '50 files of 1 MB of zeros': {
    make: zip(Array.from({ length: 50 }, (_, at) => ({ name: `${at}.json`, content: zeros(1_000_000) }))),
    reason: /more than 100 times its own size/,
  },
  '60,000 files': {
    make: zip(Array.from({ length: 60_000 }, (_, at) => ({ name: `${at}` }))),
    reason: /has 60000 entries/,
  },
  'archives in archives': {
    make: zip([{ name: 'a.zip', content: zipOf([{ name: 'b.zip', content: zipOf([users]) }]) }]),
    reason: /archives in archives/,
  },
  'a size that is not the true one': { make: zip([{ ...users, size: 1 }]), reason: /it is damaged/ },
  'a size of 4 GB': { make: zip([{ ...users, size: 0xfffffffe }]), reason: /more than 16 MB/ },
  'a way out': { make: rightZip([{ name: '../s0/x.json', content: '{}' }]), reason: /leads out of the archive/ },
  'a link': { make: rightZip([{ name: 'x.json', content: '/etc/passwd', mode: 0o120777 }]), reason: /it is a link/ },
  'a NUL in a name': { make: rightZip([{ name: 'x.json\0.txt' }]), reason: /characters that no file name has/ },
  'a name of 60,000 characters': { make: rightZip([{ name: 'n'.repeat(60_000) }]), reason: /its name is too long/ },
  'a name twice': { make: rightZip([users]), reason: /another entry has the same name/ },
  'names that differ in case': {
    make: rightZip([{ ...users, name: users.name.toUpperCase() }]),
    reason: /differs only in case/,
  },
  '300 folders below each other': {
    make: zip([{ name: `${'d/'.repeat(300)}x.json` }]),
    reason: /more than 32 folders deep/,
  },
  'an encrypted file': { make: zip([{ ...users, encrypted: true }]), reason: /it is encrypted/ },
  'a directory that says 65,535 entries': {
    make: (path) => {
      const archive = zipOf([users]);
      archive.writeUInt16LE(0xffff, archive.length - 12);
      writeFileSync(`${path}.zip`, archive);
    },
    reason: /is not a zip archive that can be read|has 65535 entries/,
  },
  'one that is cut': { make: file(zipOf([users]).subarray(0, 60), '.zip'), reason: /is not a zip archive/ },
  'a sparse file of 1 TB': {
    make: (path) => {
      file('PK\x03\x04', '.zip')(path);
      truncateSync(`${path}.zip`, 2 ** 40);
    },
    reason: /is not a zip archive/,
  },
};
