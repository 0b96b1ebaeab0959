import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { existingTarget, type ExistingSimulation } from '../../fixtures/corpus/made-pool';
import type { CheckResult } from '../../support/lab/result/result';
import { settings, type Setting } from '../../support/lab/settings';
import { planOf } from '../../support/lab/solution/choices';
import { runLab } from '../../support/runner/run-lab';
import { LabSession } from '../../support/runner/session/lab-session';
import { SimulatedCognito } from '../../support/simulator/cognito/service';
import { mockPlace } from '../../support/targets/mock/simulate';
import { simulatedClient } from '../../support/targets/mock/mock-client';
import { play } from '../../support/targets/owned/play-plan';
import { Shell } from '../lab/paste';
import { exampleOf, idOf, labOfExamples, solutionWith } from './lab-of-examples';

const lab = labOfExamples();

async function made(setting: Setting, wrong: unknown): Promise<ExistingSimulation> {
  const service = new SimulatedCognito();
  const owner = simulatedClient(service, mockPlace);
  let userPoolId = '';
  await play(owner, planOf(solutionWith(setting, wrong)), {}, async (input) => {
    const { UserPool } = await owner.send(new CreateUserPoolCommand(input));
    return (userPoolId = UserPool?.Id ?? '');
  });
  return { service, owner, userPoolId };
}

async function wrongOf(pool: ExistingSimulation): Promise<CheckResult[]> {
  const { tasks } = await runLab(lab, new LabSession(existingTarget(pool)));
  return tasks.flatMap(({ checks }) => checks.filter(({ status }) => status !== 'passed'));
}

describe('The commands of a fix of any setting, pasted', () => {
  let commands = 0;
  after(() => expect(commands).to.be.above(80));

  for (const setting of settings)
    for (const [at, wrong] of (exampleOf(setting)?.wrong ?? []).entries())
      it(`put it right, and nothing else wrong: ${setting.of}, ${setting.name}, the wrong way ${at + 1}`, async () => {
        const pool = await made(setting, wrong);
        const before = await wrongOf(pool);
        const fix = before.find(({ id }) => id === idOf(setting))?.fix;
        if (!fix?.commands.length) {
          if (fix) expect(fix.note).to.be.a('string');
          return;
        }
        commands++;
        const shell = new Shell(pool.owner);
        for (const command of fix.commands) await shell.run(command);
        const now = { ...pool, userPoolId: shell.variables.get('NEW_POOL_ID') ?? pool.userPoolId };
        const after = await wrongOf(now);
        expect(after.find(({ id }) => id === idOf(setting))?.reason).to.be.undefined;
        // A new pool has no groups, domain and providers yet, as the note says.
        const known = new Set(before.map(({ id }) => id));
        if (fix.kind !== 'recreate')
          expect(after.filter(({ id }) => !known.has(id)).map(({ id, reason }) => `${id}: ${reason}`)).to.deep.equal(
            [],
          );
      });
});
