import { expect } from 'chai';
import { newKeys } from '../../support/simulator/cognito/tokens/keys';
import { startServer } from '../../support/simulator/server/start-server';
import { isInstalled } from '../support/program';
import { startMoto } from '../emulators/emulator';
import { faults } from './faults';
import { prepare, spoil, type FaultSuite, type Lane } from './fault-suite';
import { kill } from './kill';

interface Service {
  url: string;
  stop: () => Promise<void>;
}

/** On a service of another make: the faults after which it matters what the service has done. */
const telling = ['refused on', 'answer reset', 'half a body', 'done, then 500', 'throttled on', 'expired token'];

const suites: {
  title: string;
  /** One, or several to run on side by side. */
  start: () => Promise<Service[]>;
  missing?: string;
  faults: typeof faults;
  kills: boolean;
}[] = [
  {
    title: 'the sandbox',
    start: async () => {
      // Keys of each pool's own would take longer than all the rest.
      const keys = newKeys();
      const sandboxes = await Promise.all(Array.from({ length: 4 }, () => startServer({ keys: () => keys })));
      return sandboxes.map((sandbox) => ({ url: sandbox.url, stop: () => sandbox.close() }));
    },
    faults,
    kills: true,
  },
  {
    title: 'moto',
    start: async () => [await startMoto()],
    ...(isInstalled('moto_server', ['--help']) ? {} : { missing: 'moto_server is not installed here' }),
    faults: faults.filter(({ name }) => telling.includes(name)),
    kills: false,
  },
];

for (const { title, start, missing, faults: own, kills } of suites)
  describe(`Every call of check --target aws on ${title}`, function () {
    let services: Service[] = [];
    let suite: FaultSuite | undefined;

    before(async function () {
      if (missing !== undefined) {
        console.log(`    SKIPPED: ${missing}.`);
        this.skip();
      }
      services = await start();
      suite = await prepare(
        title,
        services.map(({ url }) => url),
      );
    });
    after(async () => {
      if (suite) console.log(`\n${suite.table.print()}\n`);
      await suite?.stop();
      await Promise.all(services.map(({ stop }) => stop()));
    });

    const forEachCall = async (
      fail: (suite: FaultSuite, lane: Lane, call: number) => Promise<string[]>,
    ): Promise<void> => {
      if (!suite) throw new Error('Nothing was prepared.');
      const prepared = suite;
      const lost: string[] = [];
      const calls = prepared.calls.keys();
      const work = async (lane: Lane): Promise<void> => {
        for (const call of calls) lost.push(...(await fail(prepared, lane, call)));
      };
      await Promise.all(prepared.lanes.map(work));
      expect(lost).to.deep.equal([]);
    };

    for (const fault of own)
      it(`${fault.name}: no wrong verdict, no second pool, nothing left that a sweep does not remove`, () =>
        forEachCall((prepared, lane, call) => spoil(prepared, lane, fault, call)));

    if (kills)
      for (const when of ['before', 'after'] as const)
        it(`killed ${when}: a sweep removes what is left, and nothing of others`, () =>
          forEachCall((prepared, lane, call) => kill(prepared, lane, when, call)));
  });
