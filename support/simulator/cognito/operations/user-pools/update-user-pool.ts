import type { UpdateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import { isRotating } from '../../users/client-access';
import { checkSettings, disableFirst, rotationFeature } from './check-settings';
import { checkSent, updatedSettings } from './settings';
import { checkTags } from './tags';

/** Changes what is sent, and keeps or resets what is not: see {@link updatedSettings}. */
export const updateUserPool: Handler<UpdateUserPoolCommandInput, object> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  checkSent(input);
  checkTags(input.UserPoolTags);
  const settings = updatedSettings(pool.settings, input);
  // A pool without MFA has no factors: SetUserPoolMfaConfig refuses the two together.
  const mfa = settings.MfaConfiguration === 'OFF' ? withoutUndefined({ webAuthn: pool.mfa.webAuthn }) : pool.mfa;
  checkSettings(settings, pool, mfa);
  const rotates = [...pool.clients.values()].some((client) => isRotating(client));
  // Recorded 2026.
  if (settings.UserPoolTier === 'LITE' && rotates)
    throw disableFirst('LITE', [rotationFeature], 'TierChangeNotAllowedException');
  Object.assign(pool, {
    settings,
    mfa,
    tags: input.UserPoolTags ?? {},
    name: input.PoolName ?? pool.name,
    modifiedAt: service.clock(),
  });
  return {};
};
