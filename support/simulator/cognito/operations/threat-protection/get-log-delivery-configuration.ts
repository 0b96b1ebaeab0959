import type {
  GetLogDeliveryConfigurationCommandInput,
  GetLogDeliveryConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { findPool } from '../../find-pool';
import type { Handler } from '../../handler';
import type { PoolRecord } from '../../records';

export const getLogDeliveryConfiguration: Handler<
  GetLogDeliveryConfigurationCommandInput,
  GetLogDeliveryConfigurationResponse
> = ({ UserPoolId }, service) => logDeliveryOf(findPool(service, UserPoolId));

/** An empty list where nothing was set; unverified against AWS. */
export const logDeliveryOf = ({ id, logConfigurations = [] }: PoolRecord): GetLogDeliveryConfigurationResponse => ({
  LogDeliveryConfiguration: { UserPoolId: id, LogConfigurations: logConfigurations },
});
