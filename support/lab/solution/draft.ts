import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { writeTo, type Members, type Setting, type WriteOperation } from '../settings';
import type { CreatedUser } from './plan';

/** A plan while it is made: settings gather before it is known whether there will be a pool or a client. */
export interface Draft {
  isCreated: boolean;
  pool: CreateUserPoolCommandInput;
  mfa: Members;
  risk: Members;
  logDelivery: Members;
  domain: Members;
  /** The client that the wizard makes with the pool. */
  initialClient: Members;
  identityProviders: Members[];
  resourceServers: Members[];
  appClients: Members[];
  groups: Members[];
  users: CreatedUser[];
}

export const newDraft = (): Draft => ({
  isCreated: false,
  pool: { PoolName: undefined },
  mfa: {},
  risk: {},
  logDelivery: {},
  domain: {},
  initialClient: {},
  identityProviders: [],
  resourceServers: [],
  appClients: [],
  groups: [],
  users: [],
});

type Part = 'pool' | 'mfa' | 'risk' | 'logDelivery' | 'domain' | 'initialClient';

const parts: Partial<Record<WriteOperation, Part>> = {
  CreateUserPool: 'pool',
  UpdateUserPool: 'pool',
  AddCustomAttributes: 'pool',
  SetUserPoolMfaConfig: 'mfa',
  SetRiskConfiguration: 'risk',
  SetLogDeliveryConfiguration: 'logDelivery',
  CreateUserPoolDomain: 'domain',
  UpdateUserPoolDomain: 'domain',
  CreateUserPoolClient: 'initialClient',
  UpdateUserPoolClient: 'initialClient',
};

/** Writes a choice of the pool or of its initial app client where the call that makes it will be made from. */
export function writeInDraft(draft: Draft, setting: Setting, value: unknown): void {
  const part = parts[setting.set.operation];
  if (!part) throw new Error(`${setting.label} is no setting of a pool or of its initial app client.`);
  writeTo(setting, draft[part] as Members, value);
}
