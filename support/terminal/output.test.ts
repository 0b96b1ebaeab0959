import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const support = join(__dirname, '..');

describe('The standard streams', () => {
  it('are written to in one place, so that no text by others gets there as it is', () => {
    const writers = readdirSync(support, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter((name) =>
        /process\.std(out|err)\.write\(|console\.\w+\(/.test(readFileSync(join(support, name), 'utf8')),
      );
    // The sandbox's server is below the terminal; the program hands it another place for its warnings.
    expect(writers.sort()).to.deep.equal(['simulator/server/start-server.ts', 'terminal/output.ts']);
  });
});
