import type {
  DescribeRiskConfigurationCommandInput,
  DescribeRiskConfigurationResponse,
  RiskConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import { findClientOfPool, findPool } from '../../find-pool';
import type { Handler } from '../../handler';
import type { PoolRecord, RiskConfigurationRecord } from '../../records';
import { withoutUndefined } from '../../without-undefined';

/** The app client's own configuration, or else the pool's (documented); nothing but ids where none was set. */
export const describeRiskConfiguration: Handler<
  DescribeRiskConfigurationCommandInput,
  DescribeRiskConfigurationResponse
> = ({ UserPoolId, ClientId }, service) => {
  const pool = findPool(service, UserPoolId);
  if (ClientId !== undefined) findClientOfPool(service, UserPoolId, ClientId);
  const found = configurationOf(pool, ClientId) ?? configurationOf(pool, undefined);
  return { RiskConfiguration: found ? described(pool, found) : withoutUndefined({ UserPoolId, ClientId }) };
};

export const configurationOf = ({ riskConfigurations = [] }: PoolRecord, clientId: string | undefined) =>
  riskConfigurations.find(({ ClientId }) => ClientId === clientId);

export const described = (pool: PoolRecord, record: RiskConfigurationRecord): RiskConfigurationType => {
  const { modifiedAt, ...configuration } = record;
  return { UserPoolId: pool.id, ...configuration, LastModifiedDate: new Date(modifiedAt) };
};
