import type {
  SetLogDeliveryConfigurationCommandInput,
  SetLogDeliveryConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import { findPool } from '../../find-pool';
import type { Handler } from '../../handler';
import { disableFirst } from '../user-pools/check-settings';
import { logDeliveryOf } from './get-log-delivery-configuration';

/**
 * Replaces all log configurations. Documented: one destination each, one configuration a source, and the events of
 * users' sign-ins in PLUS alone; all texts are unverified against AWS.
 */
export const setLogDeliveryConfiguration: Handler<
  SetLogDeliveryConfigurationCommandInput,
  SetLogDeliveryConfigurationResponse
> = ({ UserPoolId, LogConfigurations }, service) => {
  const pool = findPool(service, UserPoolId);
  const { UserPoolTier: tier } = pool.settings;
  for (const { CloudWatchLogsConfiguration, S3Configuration, FirehoseConfiguration } of LogConfigurations)
    if ([CloudWatchLogsConfiguration, S3Configuration, FirehoseConfiguration].filter(Boolean).length !== 1)
      throw invalidParameter('Exactly one log destination must be configured.');
  const sources = LogConfigurations.map(({ EventSource }) => EventSource);
  if (new Set(sources).size < sources.length) throw invalidParameter('Duplicate event sources are not allowed.');
  if (sources.includes('userAuthEvents') && tier !== 'PLUS')
    throw disableFirst(tier, ['User Auth Events Log Delivery']);
  pool.logConfigurations = LogConfigurations;
  return logDeliveryOf(pool);
};
