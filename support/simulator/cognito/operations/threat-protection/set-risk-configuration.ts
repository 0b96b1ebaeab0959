import type {
  SetRiskConfigurationCommandInput,
  SetRiskConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import { findClientOfPool, findPool } from '../../find-pool';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { configurationOf, described } from './describe-risk-configuration';

/**
 * Replaces the configuration of the pool, or of one app client. It needs threat protection (documented); the text of
 * the refusal is unverified against AWS. Nothing acts on it: no sign-in here is a risk.
 */
export const setRiskConfiguration: Handler<SetRiskConfigurationCommandInput, SetRiskConfigurationResponse> = (
  { UserPoolId, ClientId, ...sent },
  service,
) => {
  const pool = findPool(service, UserPoolId);
  if (ClientId !== undefined) findClientOfPool(service, UserPoolId, ClientId);
  const { AdvancedSecurityMode: mode = 'OFF' } = pool.settings.UserPoolAddOns ?? {};
  if (mode === 'OFF')
    throw new CognitoError(
      'UserPoolAddOnNotEnabledException',
      `Threat protection is not enabled for the user pool ${pool.id}.`,
    );
  const record = withoutUndefined({ ClientId, ...sent, modifiedAt: service.clock() });
  const others = pool.riskConfigurations?.filter((each) => each !== configurationOf(pool, ClientId)) ?? [];
  pool.riskConfigurations = [...others, record];
  return { RiskConfiguration: described(pool, record) };
};
