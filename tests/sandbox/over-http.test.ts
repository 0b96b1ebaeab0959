import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { operations } from '../../support/simulator/cognito/operations';
import { Simulation } from '../support/simulation';
import { closeTransports, driven, useHttp } from '../support/transport';

const folder = join(__dirname, '../../support/simulator/cognito/operations');

/** The tests of the operations once more: by the SDK, against the sandbox's server. */
describe('Over HTTP', () => {
  before(() => {
    useHttp(true);
  });
  afterEach(closeTransports);
  after(() => {
    useHttp(false);
  });

  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.test.ts')) continue;
    const file = join(folder, name);
    const { [file]: loaded } = require.cache;
    // Loaded anew, it adds its tests here.
    Reflect.deleteProperty(require.cache, file);
    require(file);
    if (loaded) require.cache[file] = loaded;
  }

  // A suite of its own runs after those above; a test of this one would run before them.
  describe('every operation', () => {
    const names = Object.keys(operations);
    it('succeeded', () => {
      expect(names.filter((name) => !driven.succeeded.has(name))).to.deep.equal([]);
    });
    it('was refused, or is without its required members', async () => {
      const simulation = new Simulation();
      for (const name of names.filter((each) => !driven.refused.has(each)))
        expect(await simulation.refusal(name, {}), name).to.match(/^InvalidParameterException: \d+ validation error/);
      expect(names.filter((name) => !driven.refused.has(name))).to.deep.equal([]);
    });
  });
});
