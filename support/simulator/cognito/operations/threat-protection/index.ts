import { describeRiskConfiguration } from './describe-risk-configuration';
import { getLogDeliveryConfiguration } from './get-log-delivery-configuration';
import { setLogDeliveryConfiguration } from './set-log-delivery-configuration';
import { setRiskConfiguration } from './set-risk-configuration';

/** Threat protection and logs, as stored settings. */
export const threatProtectionOperations = {
  DescribeRiskConfiguration: describeRiskConfiguration,
  GetLogDeliveryConfiguration: getLogDeliveryConfiguration,
  SetLogDeliveryConfiguration: setLogDeliveryConfiguration,
  SetRiskConfiguration: setRiskConfiguration,
};
