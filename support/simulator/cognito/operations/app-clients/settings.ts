import type {
  CreateUserPoolClientCommandInput,
  ExplicitAuthFlowsType,
  UpdateUserPoolClientCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
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
export function clientSettings(sent: Sent, name = sent.ClientName): ClientRecord['settings'] {
  return withoutUndefined({
    ...Object.fromEntries(Object.entries(sent).filter(([member]) => !notSettings.has(member))),
    ClientName: name,
    ExplicitAuthFlows: sent.ExplicitAuthFlows && inOrder(sent.ExplicitAuthFlows),
    RefreshTokenValidity: zeroAsDefault(sent.RefreshTokenValidity, 30),
    TokenValidityUnits: sent.TokenValidityUnits ?? {},
    AllowedOAuthFlowsUserPoolClient: sent.AllowedOAuthFlowsUserPoolClient ?? false,
    EnableTokenRevocation: sent.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData: sent.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: sent.AuthSessionValidity ?? 3,
  });
}

/**
 * AWS answers the flows in an order of its own: PASSWORD, ADMIN, SRP, REFRESH whatever was sent (recorded 2026-09).
 * The places of the others are unverified against AWS.
 */
const flowOrder: ExplicitAuthFlowsType[] = [
  'ADMIN_NO_SRP_AUTH',
  'CUSTOM_AUTH_FLOW_ONLY',
  'USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
];

const inOrder = (flows: ExplicitAuthFlowsType[]): ExplicitAuthFlowsType[] =>
  flowOrder.filter((flow) => flows.includes(flow));
