/**
 * Which permissions a run needs, and which were denied. Denied permissions are known from failed calls only: to ask
 * AWS beforehand takes a permission of its own (iam:SimulatePrincipalPolicy).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../common/package-folder';
import type { LabResult } from '../lab/result/result';

/** The policies that ship with the program. A test holds them to the calls that are made. */
export const policies = {
  read: 'fixtures/iam/read-policy.json',
  provision: 'fixtures/iam/provision-policy.json',
} as const;

export type PolicyName = keyof typeof policies;

interface Policy {
  Statement: { Action: string[] }[];
}

/** The actions that a policy allows: `cognito-idp:DescribeUserPool`. */
export function actionsOf(policy: PolicyName): string[] {
  const file = join(packageFolder, policies[policy]);
  if (!existsSync(file)) return [];
  const { Statement } = JSON.parse(readFileSync(file, 'utf8')) as Policy;
  return Statement.flatMap(({ Action }) => Action).sort();
}

/** `cognito-idp:ListUsers`, and `sts:AssumeRole`. */
export const actionOf = (operation: string): string =>
  `${/^(AssumeRole|GetCallerIdentity)/.test(operation) ? 'sts' : 'cognito-idp'}:${operation}`;

/** The operations that AWS allows of no single pool (documented): a domain is looked up by its name alone. */
const ofNoPool = new Set(['DescribeUserPoolDomain', 'CreateUserPool', 'ListUserPools']);

/**
 * The IAM policy that allows these operations on user pools, and nothing else.
 *
 * @param operations of Amazon Cognito; those that the SDK does not sign need no permission and may be among them
 */
export function policyOf(operations: Iterable<string>): object {
  const actions = [...new Set(operations)].filter((operation) => !unsigned.has(operation)).sort();
  const statement = (Sid: string, Resource: string, of: string[]): object[] =>
    of.length ? [{ Sid, Effect: 'Allow', Action: of.map(actionOf), Resource }] : [];
  return {
    Version: '2012-10-17',
    Statement: [
      ...statement(
        'UserPools',
        'arn:aws:cognito-idp:*:*:userpool/*',
        actions.filter((operation) => !ofNoPool.has(operation)),
      ),
      ...statement(
        'OfNoPool',
        '*',
        actions.filter((operation) => ofNoPool.has(operation)),
      ),
    ],
  };
}

/** Operations of users themselves, which are not signed (service model), so that no policy has a say in them. */
const unsigned = new Set([
  'AssociateSoftwareToken',
  'InitiateAuth',
  'RespondToAuthChallenge',
  'SetUserMFAPreference',
  'SignUp',
  'VerifySoftwareToken',
]);

/** The message for a denied call. */
export const deniedReason = (operation: string): string => `No permission for ${operation}.`;

/** The remedy: the smallest policy that includes the permission. */
export function deniedRemedy(operation: string): string {
  const action = actionOf(operation);
  const file = (['read', 'provision'] as const).find((name) => actionsOf(name).includes(action));
  return [
    `Ask for the permission ${action} on this user pool, or use other credentials.`,
    ...(file ? [`The policy in ${policies[file]} has it, and all else that is needed.`] : []),
  ].join(' ');
}

/**
 * Lists all denied permissions of a run at once, so that they can be requested together.
 *
 * @returns undefined if none was denied
 */
export function preflight({ tasks, target, calls }: LabResult, policy: PolicyName): string | undefined {
  if (target.kind !== 'aws') return undefined;
  const reasons = new Set(tasks.flatMap(({ checks }) => checks.map(({ reason }) => reason)));
  const states = actionsOf(policy).map((action) => {
    const operation = action.replace(/^.*:/, '');
    const state = reasons.has(deniedReason(operation)) ? 'denied' : calls[operation] ? 'allowed' : 'not tried';
    return { action, state };
  });
  if (!states.some(({ state }) => state === 'denied')) return undefined;
  return [
    `The policy in ${policies[policy]} allows what this needs, and nothing else:`,
    ...states.map(({ action, state }) => `  ${state.padEnd('not tried'.length)}  ${action}`),
  ].join('\n');
}

/** Why one learner's pool could not be read. */
interface Reasons {
  student: string;
  reasons: readonly { reason: string }[];
}

/**
 * Lists the denied permissions of a class, with the learners concerned.
 *
 * @returns undefined if none was denied
 */
export function classPreflight(learners: readonly Reasons[]): string | undefined {
  const actions = actionsOf('read').map((action) => {
    const reason = deniedReason(action.replace(/^.*:/, ''));
    const by = learners.filter(({ reasons }) => reasons.some((each) => each.reason === reason));
    return { action, by: by.map(({ student }) => JSON.stringify(student)) };
  });
  if (actions.every(({ by }) => by.length === 0)) return undefined;
  const most = 5;
  return [
    `To read a pool takes the permissions of ${policies.read}, and nothing else. These were denied:`,
    ...actions.flatMap(({ action, by }) =>
      by.length
        ? [`  ${action} by ${by.slice(0, most).join(', ')}${by.length > most ? ` and ${by.length - most} more` : ''}`]
        : [],
    ),
    `Not denied: ${actions.flatMap(({ action, by }) => (by.length ? [] : [action])).join(', ') || 'none'}.`,
  ].join('\n');
}
