import { SharedKeys } from './shared-keys';
import { SimulatedCognito, type SimulatedCognitoOptions } from '../../simulator/cognito/service';
import type { Plan } from '../../lab/solution/plan';
import { maskAccount } from '../../common/text/mask';
import type { Call } from '../../aws/middleware/call-log';
import { simulatedClient } from './mock-client';
import { OwnedPool, type OwnedPoolOptions } from '../owned/owned-pool';
import type { Target } from '../target';

/** The account and region of the mock: an account that does not exist, and the region of AWS's examples. */
export const mockPlace = { region: 'us-east-1', accountId: '123456789012' } as const;

/** The model solution on a simulated Cognito inside the process: no account, no network. */
export function simulate(plan: Plan, options: SimulatedCognitoOptions = {}, owned: OwnedPoolOptions = {}): Target {
  void SharedKeys.source();
  const calls: Call[] = [];
  const service = new SimulatedCognito({ keys: SharedKeys.source, ...options });
  const client = simulatedClient(service, mockPlace, { calls });
  const { region, accountId } = mockPlace;
  const description = { kind: 'mock', region, account: maskAccount(accountId) } as const;
  return new OwnedPool({ client, calls, place: { region } }, plan, description, owned);
}
