import { connect } from '../../aws/connect';
import { addLayers, intercept } from '../../aws/middleware/layer';
import { runLab } from '../../runner/run-lab';
import type { Lab } from '../../lab/lab-folder';
import { planOf } from '../../lab/solution/choices';
import { Problem } from '../../common/problem';
import { inertJson } from '../../common/text/plain-text';
import { newRun } from '../../targets/owned/run-tags';
import { simulate } from '../../targets/mock/simulate';
import type { TargetOptions } from '../../targets/open-target';
import { LabSession } from '../../runner/session/lab-session';
import { DRY_RUN_SCHEMA, type DryRunResult, type PlannedCall } from './dry-run-result';

/**
 * Lists the calls that `check --target aws` would make, by making them on the simulated Cognito. It is the same run,
 * so that the list is always current.
 */
export async function plannedCalls(
  lab: Lab,
  { solution, userPoolName }: TargetOptions,
  tasks?: number[],
): Promise<PlannedCall[]> {
  const calls: PlannedCall[] = [];
  const run = newRun();
  /** Placeholders for values that are known only after a call. */
  const unknown = new Map([
    [run.runId, '(the id of the run)'],
    [run.created.toISOString(), '(now)'],
    [run.expires.toISOString(), '(in an hour)'],
  ]);
  const target = simulate(planOf(solution, userPoolName), {}, { run });
  const record = intercept('cognitoLabDryRun', async (operation, input, send) => {
    calls.push({ operation, input: withoutSecrets(input, unknown) as PlannedCall['input'] });
    const answer: Answer = await send();
    if (answer.UserPool?.Id) unknown.set(answer.UserPool.Id, '(the id of the user pool)');
    const { ClientId, ClientName = '' } = answer.UserPoolClient ?? {};
    if (ClientId) unknown.set(ClientId, `(the id of the app client ${ClientName})`);
    return answer;
  });
  addLayers(target.client, [record]);
  const session = new LabSession(target, { userPoolName });
  try {
    await runLab(lab, session, { tasks });
  } finally {
    await session.close();
  }
  return calls;
}

interface Answer {
  UserPool?: { Id?: string };
  UserPoolClient?: { ClientId?: string; ClientName?: string };
}

/** The dry run as text or JSON. @throws Problem for any other format */
export async function describeDryRun(
  lab: Lab,
  options: TargetOptions,
  { tasks, format }: { tasks?: number[]; format: string },
): Promise<string> {
  if (format !== 'pretty' && format !== 'json')
    throw new Problem(`--dry-run cannot write the format ${format}.`, 'Leave --format out, or use --format json.');
  const calls = await plannedCalls(lab, options, tasks);
  const { where, loopback } = await destination();
  if (!loopback) calls.unshift({ operation: 'sts:GetCallerIdentity', input: {} });
  const text =
    format === 'json'
      ? JSON.stringify({ schema: DRY_RUN_SCHEMA, endpoint: where, calls } satisfies DryRunResult, null, 2)
      : [
          `A dry run: none of these ${calls.length} calls was made. They would go to ${where.replace(/\.$/, '')}.`,
          ...calls.map(({ operation, input }, index) => `${index + 1}. ${operation} ${JSON.stringify(input)}`),
        ].join('\n');
  return `${inertJson(text)}\n`;
}

/** The destination of the calls, as configured. Makes no call. */
async function destination(): Promise<{ where: string; loopback: boolean }> {
  try {
    const { endpoint, loopback, client } = await connect();
    client.destroy();
    return { where: endpoint.origin, loopback };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { where: `an endpoint that is not known: ${error.message}`, loopback: false };
  }
}

const secret = /password|secret|token|session|code|hash/i;

function withoutSecrets(value: unknown, unknown: ReadonlyMap<string, string>, key = ''): unknown {
  if (typeof value === 'string') return secret.test(key) ? '***' : (unknown.get(value) ?? value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, unknown, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutSecrets(item, unknown, name)]));
}
