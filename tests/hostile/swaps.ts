import { cliFiles } from '../../support/targets/submission/cli-folder';

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
  'a link': swap(`fs.symlinkSync('/etc/passwd', file);`),
  'a device': swap(`fs.symlinkSync('/dev/zero', file);`),
  'a pipe': swap(`require('node:child_process').execFileSync('mkfifo', [file]);`),
  'a folder': swap(`fs.mkdirSync(file); fs.rmdirSync(file);`),
};
