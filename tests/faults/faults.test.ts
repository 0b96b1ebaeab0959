import { expect } from 'chai';
import { newKeys } from '../../support/cognito/tokens/keys';
import { startSandbox } from '../../support/sandbox/sandbox';
import { isInstalled } from '../support/program';
import { startMoto } from '../emulators/emulator';
import { faults } from './faults';
import { prepare, spoil, type FaultSuite } from './fault-suite';
import { kill } from './kill';

interface Service {
  url: string;
  stop: () => Promise<void>;
}

/** On a service of another make: the faults after which it matters what the service has done. */
const telling = ['refused on', 'answer reset', 'half a body', 'done, then 500', 'throttled on', 'expired token'];

const suites: {
  title: string;
  start: () => Promise<Service>;
  missing?: string;
  faults: typeof faults;
  kills: boolean;
}[] = [
  {
    title: 'the sandbox',
    start: async () => {
      // Keys of each pool's own would take longer than all the rest.
      const keys = newKeys();
      const sandbox = await startSandbox({ keys: () => keys });
      return { url: sandbox.url, stop: () => sandbox.close() };
    },
    faults,
    kills: true,
  },
  {
    title: 'moto',
    start: startMoto,
    ...(isInstalled('moto_server', ['--help']) ? {} : { missing: 'moto_server is not installed here' }),
    faults: faults.filter(({ name }) => telling.includes(name)),
    kills: false,
  },
];

for (const { title, start, missing, faults: own, kills } of suites)
  describe(`Every call of check --target aws on ${title}`, function () {
    let service: Service | undefined;
    let suite: FaultSuite | undefined;

    before(async function () {
      if (missing !== undefined) {
        console.log(`    SKIPPED: ${missing}.`);
        this.skip();
      }
      service = await start();
      suite = await prepare(title, service.url);
    });
    after(async () => {
      if (suite) console.log(`\n${suite.table.print()}\n`);
      await suite?.stop();
      await service?.stop();
    });

    const forEachCall = async (fail: (suite: FaultSuite, call: number) => Promise<string[]>): Promise<void> => {
      if (!suite) throw new Error('Nothing was prepared.');
      const lost: string[] = [];
      for (const call of suite.calls.keys()) lost.push(...(await fail(suite, call)));
      expect(lost).to.deep.equal([]);
    };

    for (const fault of own)
      it(`${fault.name}: no wrong verdict, no second pool, nothing left that a sweep does not remove`, () =>
        forEachCall((prepared, call) => spoil(prepared, fault, call)));

    if (kills)
      for (const when of ['before', 'after'] as const)
        it(`killed ${when}: a sweep removes what is left, and nothing of others`, () =>
          forEachCall((prepared, call) => kill(prepared, when, call)));
  });
