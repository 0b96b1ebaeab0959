import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { noAws, root } from '../cli/cognito-lab';
import { zipOf } from '../support/zip';
import { ClassOnDisk } from './class-on-disk';

describe('A class whose archives are being extracted', () => {
  const lab = new ClassOnDisk();
  const temporary = lab.path('tmp');
  const content = Buffer.alloc(1_000_000);
  const zeros = (count: number, folder = '') =>
    Array.from({ length: count }, (_, at) => ({ name: `${folder}${at}.json`, content }));

  before(() => {
    mkdirSync(temporary);
    writeFileSync(lab.path('class.zip'), zipOf(['a', 'b', 'c', 'd'].flatMap((name) => zeros(50, `${name}/`))));
    // Not compressed, or it would be refused before anything is extracted.
    const learner = zipOf(zeros(50).map((entry) => ({ ...entry, stored: true })));
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(lab.path('class', `${name}.zip`), learner);
  });
  after(() => lab.remove());

  for (const [what, path] of [
    ['the one of the class', 'class.zip'],
    ['those of learners', 'class'],
  ] as const)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      it(`ends at one ${signal}, and leaves nothing of them: ${what}`, async function () {
        if (process.platform === 'win32') this.skip();
        const child = spawn(
          process.execPath,
          [join(root, 'bin/cognito-lab.js'), 'grade', path, '--output', 'out', '--jobs', '1'],
          { cwd: lab.place, env: noAws({ TMPDIR: temporary }), stdio: ['ignore', 'ignore', 'pipe'] },
        );
        let stderr = '';
        child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
        const ended = once(child, 'close');
        const isExtracting = (): boolean =>
          readdirSync(temporary).some((name) => existsSync(join(temporary, name, '1')));
        while (!isExtracting() && child.exitCode === null) await sleep(2);
        child.kill(signal);
        expect(await ended, stderr).to.deep.equal([2, null]);
        expect(stderr).to.include('cognito-lab: interrupted.');
        expect(readdirSync(temporary)).to.deep.equal([]);
      });
});
