import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { logCalls, type Call } from '../../../aws/middleware/call-log';
import { addLayers, intercept } from '../../../aws/middleware/layer';
import { ContainedFiles } from '../../../lab/lab-folder/contained-files';
import { labProblem } from '../../../lab/lab-folder/fault';
import type { Lab } from '../../../lab/lab-folder';
import { readSolutions, type OtherSolution } from '../../../lab/lab-folder/solutions';
import { checksOf } from '../../../lab/features/catalogue';
import { needsOf } from '../../../lab/phrases/needs';
import type { LabResult } from '../../../lab/result/result';
import { planOf } from '../../../lab/solution/choices';
import { upToTask } from '../../../lab/solution/solution';
import { startServer } from '../../../simulator/server/start-server';
import { ExistingPool } from '../../../targets/existing-pool';
import { readOnly } from '../../../aws/middleware/read-only';
import { simulate } from '../../../targets/mock/simulate';
import { OwnedPool } from '../../../targets/owned/owned-pool';
import { idsOf, judge, judgeTarget, statusesOf } from './judge';
import { mutantsOf } from './mutants';
import { differences, proofOf, type Proof } from './proof';
import { randomOrder } from './random-order';

/** Everything that must be so of a lab, each as it is proved. @param seed of the random orders */
export async function* proveLab(lab: Lab, seed: number): AsyncGenerator<Proof> {
  const ids = checksOf(lab.catalogue).map(({ id }) => id);
  const { right, wrong, faults } = readSolutions(new ContainedFiles(lab.folder), new Set(ids));
  if (faults.length) throw labProblem(lab.folder, faults);
  const model = await judge(lab, lab.solution);
  yield proofOf('the model solution passes every check', allPass(model, ids));
  yield proofOf(
    'who has done nothing passes nothing',
    differences('passed', idsOf(await judge(lab, { tasks: [] }), 'passed'), []),
  );
  yield* provePrefixes(lab);
  for (const { file, solution } of right)
    yield proofOf(`right: ${nameOf(file)}`, allPass(await judge(lab, solution), ids));
  for (const each of wrong) yield await proveWrong(lab, each);
  if (!wrong.length)
    yield {
      name: 'wrong solutions',
      status: 'note',
      detail: 'There is none in fixtures/solutions/wrong: add the mistakes that learners make.',
    };
  yield* proveMutants(lab);
  for (const order of [seed, seed + 1]) {
    const shuffled = await judge(lab, lab.solution, { order: randomOrder(order) });
    yield proofOf(`the verdict is the same in a random order (--seed ${order})`, same(model, shuffled));
  }
  yield* provePermissions(lab);
  yield proofOf('the mock and the sandbox agree', same(model, await overHttp(lab)));
}

const nameOf = (file: string): string => file.split('/').at(-1) ?? file;

const allPass = (result: LabResult, ids: readonly string[]): string[] => [
  ...differences('passed', idsOf(result, 'passed'), ids),
  ...reasons(result),
];

/** Why the checks did not pass. */
const reasons = ({ tasks }: LabResult): string[] =>
  tasks.flatMap(({ checks }) =>
    checks.flatMap(({ id, status, reason }) => (['failed', 'error'].includes(status) ? [`${id}: ${reason}`] : [])),
  );

function same(one: LabResult, other: LabResult): string[] {
  const found = statusesOf(other);
  return Object.entries(statusesOf(one)).flatMap(([id, status]) =>
    found[id] === status ? [] : [`${id} is ${status} and ${found[id] ?? 'not there'}.`],
  );
}

/** Who stopped after a task passes it and those before. */
async function* provePrefixes(lab: Lab): AsyncGenerator<Proof> {
  const { tasks } = lab.catalogue;
  for (const { id: last } of tasks.slice(0, -1)) {
    const result = await judge(lab, upToTask(lab.solution, last));
    const wanted = tasks.filter(({ id }) => id <= last).flatMap(({ checks }) => checks.map(({ id }) => id));
    const missing = wanted.filter((id) => !idsOf(result, 'passed').includes(id));
    yield proofOf(
      `who stopped after Task ${last} passes up to it`,
      differences(
        'passed',
        wanted.filter((id) => !missing.includes(id)),
        wanted,
      ),
    );
  }
}

async function proveWrong(lab: Lab, { file, solution, fails }: OtherSolution): Promise<Proof> {
  const result = await judge(lab, solution);
  const errors = idsOf(result, 'error');
  return proofOf(`wrong: ${nameOf(file)} fails ${fails.join(', ')}`, [
    ...differences('failed', idsOf(result, 'failed'), fails),
    ...(errors.length ? [`Could not be looked at: ${errors.join(', ')}.`] : []),
  ]);
}

/** A change of the model solution that no check sees may be meant so: it is told, and fails nothing. */
async function* proveMutants(lab: Lab): AsyncGenerator<Proof> {
  let caught = 0;
  let impossible = 0;
  for (const { name, solution } of mutantsOf(lab.solution)) {
    const result = await judge(lab, solution);
    if (idsOf(result, 'failed').length) caught++;
    else if (result.status === 'error') impossible++;
    else yield { name: `changed: ${name}`, status: 'note', detail: 'Every check passes.' };
  }
  yield {
    name: `${caught} changed choices, each noticed by a check`,
    status: 'passed',
    ...(impossible && { detail: `${impossible} more are refused by Cognito.` }),
  };
}

/** What cannot be read is an error of the checks that need it, and never a failure. */
async function* provePermissions(lab: Lab): AsyncGenerator<Proof> {
  for (const operation of needsOf(lab.catalogue).operations) {
    const pool = simulate(planOf(lab.solution));
    try {
      const { userPoolId = '' } = await pool.complete();
      let asked = 0;
      const deny = intercept('cognitoLabDenied', (name, _, send) => {
        if (name !== operation) return send();
        asked++;
        throw Object.assign(new Error(`not authorized to perform: cognito-idp:${operation}`), {
          name: 'AccessDeniedException',
          $fault: 'client',
          $metadata: { httpStatusCode: 400 },
        });
      });
      addLayers(pool.client, [deny, readOnly]);
      const result = await judgeTarget(
        lab,
        keptOpen(new ExistingPool(pool, { kind: 'aws', userPoolId, region: 'us-east-1' })),
      );
      const failed = [...idsOf(result, 'failed'), ...idsOf(result, 'blocked')];
      yield proofOf(`without the permission for ${operation}, nothing is failed`, [
        ...differences('failed', failed, []),
        ...(asked > 0 && !idsOf(result, 'error').length ? ['No check is an error.'] : []),
      ]);
    } finally {
      pool.client.destroy();
    }
  }
}

const keptOpen = (pool: ExistingPool): ExistingPool => Object.assign(pool, { close: () => Promise.resolve() });

async function overHttp(lab: Lab): Promise<LabResult> {
  const server = await startServer();
  const client = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: server.url,
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
  });
  try {
    const calls: Call[] = [];
    addLayers(client, [logCalls(calls)]);
    return await judgeTarget(lab, new OwnedPool({ client, calls, place: {} }, planOf(lab.solution), { kind: 'aws' }));
  } finally {
    client.destroy();
    await server.close();
  }
}
