import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';

/**
 * The attributes that a pool requires, as the lab counts them. `sub` is required of every user. The email address is
 * always requested where it is the user name, whether the pool lists it (console) or not (CLI, CloudFormation, CDK).
 * Neither counts unless the lab names it. Custom attributes are the learner's own.
 */
export function requiredAttributes(schema: readonly SchemaAttributeType[], named: readonly string[]): string[] {
  return schema
    .filter(({ Required }) => Required)
    .map(({ Name = '' }) => Name)
    .filter((name) => named.includes(name) || !(['sub', 'email'].includes(name) || /^(dev:)?custom:/.test(name)));
}
