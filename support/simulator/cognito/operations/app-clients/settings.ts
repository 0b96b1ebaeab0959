import type {
  CreateUserPoolClientCommandInput,
  UpdateUserPoolClientCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { inJavaHashOrder } from '../../model/java-hash';
import { withoutUndefined } from '../../without-undefined';
import type { ClientRecord } from '../../records';
import { zeroAsDefault } from '../../zero-as-default';

type Sent = CreateUserPoolClientCommandInput | UpdateUserPoolClientCommandInput;

/** Members that are no setting, or are never answered. */
const notSettings = new Set(['UserPoolId', 'ClientId', 'GenerateSecret', 'ClientSecret']);

/**
 * A client's settings: what was sent, and AWS's defaults for what was not (recorded 2026-09). An update goes through
 * here, too: it sets back what it does not name, except for the name (recorded 2026-09).
 */
export function clientSettings(sent: Sent, before?: ClientRecord['settings']): ClientRecord['settings'] {
  return withoutUndefined({
    ...Object.fromEntries(Object.entries(sent).filter(([member]) => !notSettings.has(member))),
    ClientName: sent.ClientName ?? before?.ClientName,
    RefreshTokenRotation: rotation(sent, before),
    RefreshTokenValidity: zeroAsDefault(sent.RefreshTokenValidity, 30),
    TokenValidityUnits: sent.TokenValidityUnits ?? {},
    AllowedOAuthFlowsUserPoolClient: sent.AllowedOAuthFlowsUserPoolClient ?? false,
    EnableTokenRevocation: sent.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData: sent.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: sent.AuthSessionValidity ?? 3,
  });
}

/**
 * Known from the Terraform provider's tests on AWS, 2025 and 2026: a rotation that is off has no grace period, whatever
 * was sent, and one that an update leaves out is off, and still answered.
 */
function rotation({ RefreshTokenRotation: sent }: Sent, before?: ClientRecord['settings']) {
  const { Feature, RetryGracePeriodSeconds = 0 } = sent ?? {};
  if (Feature === 'ENABLED') return { Feature, RetryGracePeriodSeconds };
  return (sent ?? before?.RefreshTokenRotation)
    ? { Feature: 'DISABLED' as const, RetryGracePeriodSeconds: 0 }
    : undefined;
}

const sets = ['ExplicitAuthFlows', 'SupportedIdentityProviders', 'AllowedOAuthFlows', 'AllowedOAuthScopes'] as const;

/**
 * The settings with the sets among them in an order of AWS's: that of a hash table where a client is created or updated,
 * the alphabet's where it is described (recorded 2025 and 2026).
 */
export function withSetsInOrder(
  settings: ClientRecord['settings'],
  order: 'hashed' | 'alphabetical',
): ClientRecord['settings'] {
  const inOrder = (set: string[]) => (order === 'hashed' ? inJavaHashOrder(set, 16) : [...new Set(set)].sort());
  return {
    ...settings,
    ...Object.fromEntries(sets.flatMap((name) => (settings[name] ? [[name, inOrder(settings[name])]] : []))),
  };
}
