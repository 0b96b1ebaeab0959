import type { Plan } from './plan';

/** The operations that playing a plan calls, and those that remove its pool again; sorted. */
export function planOperations(plan: Plan): string[] {
  if (!plan.pool) return [];
  const { mfa, risk, logDelivery, domains, identityProviders, resourceServers, appClients, groups, users } = plan;
  const called: [operation: string, isCalled: unknown][] = [
    ['CreateUserPool', true],
    // CreateUserPool with tags wants it, without a call of its own (reported by users of AWS).
    ['TagResource', true],
    ['SetUserPoolMfaConfig', mfa],
    ['SetRiskConfiguration', risk],
    ['SetLogDeliveryConfiguration', logDelivery],
    ['CreateUserPoolDomain', domains.length],
    ['CreateIdentityProvider', identityProviders.length],
    ['CreateResourceServer', resourceServers.length],
    ['CreateUserPoolClient', appClients.length],
    ['CreateGroup', groups.length],
    ['AdminCreateUser', users.length],
    ['AdminSetUserPassword', users.some(({ confirmed }) => confirmed)],
    ['AdminAddUserToGroup', users.some(({ groups = [] }) => groups.length)],
    ['AdminDisableUser', users.some(({ disabled }) => disabled)],
    ['ListUsers', users.length],
    ['DescribeUserPool', domains.length || plan.pool.DeletionProtection === 'ACTIVE'],
    ['DeleteUserPoolDomain', domains.length],
    ['UpdateUserPool', plan.pool.DeletionProtection === 'ACTIVE'],
    ['DeleteUserPool', true],
  ];
  return called.flatMap(([operation, isCalled]) => (isCalled ? [operation] : [])).sort();
}
