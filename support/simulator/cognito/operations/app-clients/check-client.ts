import type {
  CreateUserPoolClientCommandInput,
  UpdateUserPoolClientCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, invalidParameter } from '../../errors';
import type { PoolRecord } from '../../records';
import { disableFirst, rotationFeature } from '../user-pools/check-settings';
import { checkUrls } from './check-urls';
import { checkValidity } from './check-validity';

type Sent = Partial<CreateUserPoolClientCommandInput> & Partial<UpdateUserPoolClientCommandInput>;

/**
 * What Cognito asks of a client's settings beyond the model. All texts were measured on AWS in 2026-09.
 *
 * @param confidential whether the client has a secret
 * @throws CognitoError `InvalidParameterException`, `InvalidOAuthFlowException` or `ScopeDoesNotExistException`
 */
export function checkClient(sent: Sent, pool: PoolRecord, confidential: boolean): void {
  checkSignInFlows(sent);
  checkRotation(sent, pool);
  checkValidity(sent);
  checkAttributes(sent, pool);
  checkOAuth(sent, pool, confidential);
  checkUrls(sent);
  checkProviders(sent, pool);
  checkAnalytics(sent, pool);
  if (sent.EnablePropagateAdditionalUserContextData && !confidential)
    throw invalidParameter('Client Secret is required to set EnablePropagateAdditionalUserContextData as true');
}

function checkSignInFlows({ ExplicitAuthFlows: flows = [] }: Sent): void {
  const current = flows.filter((flow) => flow.startsWith('ALLOW_'));
  if (current.length && current.length < flows.length)
    throw invalidParameter("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.");
}

/** Recorded 2026. */
function checkRotation(
  { RefreshTokenRotation: rotation, ExplicitAuthFlows: flows = [] }: Sent,
  pool: PoolRecord,
): void {
  if (rotation?.Feature !== 'ENABLED') return;
  const { UserPoolTier: tier } = pool.settings;
  if (tier === 'LITE') throw disableFirst(tier, [rotationFeature]);
  if (flows.includes('ALLOW_REFRESH_TOKEN_AUTH'))
    throw invalidParameter(
      'ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.',
    );
}

/** What no client may write, although it is mutable. */
const readOnly = ['sub', 'email_verified', 'phone_number_verified'];

function checkAttributes({ ReadAttributes, WriteAttributes }: Sent, { schema }: PoolRecord): void {
  const names = schema.map(({ Name = '' }) => Name);
  if (ReadAttributes?.some((name) => !names.includes(name)))
    throw invalidParameter('Invalid read attributes specified while creating a client');
  if (!WriteAttributes) return;
  const required = schema.filter(({ Name = '', Required }) => Required && !readOnly.includes(Name));
  const areKnown = WriteAttributes.every((name) => names.includes(name) && !readOnly.includes(name));
  if (!areKnown || !required.every(({ Name = '' }) => WriteAttributes.includes(Name)))
    throw invalidParameter('Invalid write attributes specified while creating a client');
}

const standardScopes = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'];

function checkOAuth(sent: Sent, pool: PoolRecord, confidential: boolean): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] } = sent;
  if (sent.AllowedOAuthFlowsUserPoolClient && (!flows.length || !scopes.length))
    throw invalidParameter(
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    );
  if (flows.includes('client_credentials') && flows.length > 1)
    throw invalidFlow('client_credentials flow can not be selected along with code flow or implicit flow.');
  if (flows.includes('client_credentials') && !confidential)
    throw invalidFlow('client_credentials flow can not be selected if client does not have a client secret.');
  if (sent.AllowedOAuthFlowsUserPoolClient && !flows.includes('client_credentials') && !sent.CallbackURLs?.length)
    throw invalidFlow('CallbackUrls can not be empty when code flow or implicit flow is selected');
  const custom = (pool.resourceServers ?? []).flatMap(({ Identifier, Scopes = [] }) =>
    Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName ?? ''}`),
  );
  const unknown = scopes.find((scope) => !standardScopes.includes(scope) && !custom.includes(scope));
  if (unknown !== undefined)
    throw new CognitoError('ScopeDoesNotExistException', `Invalid scope requested: ${unknown}`);
}

const invalidFlow = (message: string) => new CognitoError('InvalidOAuthFlowException', message);

function checkProviders({ SupportedIdentityProviders = [] }: Sent, pool: PoolRecord): void {
  for (const name of SupportedIdentityProviders)
    if (name !== 'COGNITO' && !pool.identityProviders.has(name))
      throw invalidParameter(`The provider ${name} does not exist for User Pool ${pool.id}.`);
}

/** Where Amazon Pinpoint works with user pools (documented). */
const pinpointRegions = [
  'us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1', 'eu-west-1', 'eu-west-2', 'eu-central-1', 'ap-south-1',
  'ap-northeast-1', 'ap-northeast-2', 'ap-southeast-1', 'ap-southeast-2',
]; // prettier-ignore

/** The texts are recorded 2026. */
function checkAnalytics({ AnalyticsConfiguration: analytics }: Sent, { region }: PoolRecord): void {
  if (!analytics) return;
  const { ApplicationArn, ApplicationId, RoleArn, ExternalId } = analytics;
  if (!ApplicationArn && !(ApplicationId && RoleArn && ExternalId))
    throw invalidParameter(
      'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid',
    );
  if (!pinpointRegions.includes(region))
    throw invalidParameter(`The integration with Pinpoint is not supported for the requested ${region} region.`);
}
