import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import {
  AdminCreateUserCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLab } from '../../support/lab/lab-folder';
import { SimulatedCognito } from '../../support/simulator/cognito/service';
import type { Drift } from '../../support/commands/drift/drift-result';
import { checkPool, type CheckPoolOptions } from '../../support/commands/drift/check-pool';
import { summarizeDrift } from '../../support/commands/drift/summarize-drift';
import type { Waiver } from '../../support/commands/drift/drift-result';
import { ExistingPool } from '../../support/targets/existing-pool';
import { mockPlace } from '../../support/targets/mock/simulate';
import { simulatedClient } from '../../support/targets/mock/mock-client';
import { LabSession } from '../../support/runner/session/lab-session';

/** The lab's choices, as they reach the API. */
export const labPool: CreateUserPoolCommandInput = {
  PoolName: 'keke',
  UsernameAttributes: ['email'],
  AutoVerifiedAttributes: ['email'],
  Schema: ['name', 'preferred_username', 'phone_number'].map((Name) => ({ Name, Required: true })),
  UserPoolTags: { team: 'blue' },
};

/** A pool on a simulated service of its own: its owner changes it, and drift looks at it. */
export class WatchedPool {
  readonly service = new SimulatedCognito();
  readonly owner: CognitoIdentityProviderClient = simulatedClient(this.service, mockPlace);
  readonly folder = mkdtempSync(join(tmpdir(), 'drift-'));
  readonly baseline = join(this.folder, 'baseline.json');
  id = '';
  clientId = '';

  /** As the lab asks for, but for what is given. */
  static async make(pool: Partial<CreateUserPoolCommandInput> = {}): Promise<WatchedPool> {
    const made = new WatchedPool();
    const { UserPool } = await made.owner.send(new CreateUserPoolCommand({ ...labPool, ...pool }));
    made.id = UserPool?.Id ?? '';
    const { UserPoolClient } = await made.owner.send(
      new CreateUserPoolClientCommand({
        UserPoolId: made.id,
        ClientName: 'kekeclient',
        GenerateSecret: true,
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
    );
    made.clientId = UserPoolClient?.ClientId ?? '';
    await made.owner.send(
      new AdminCreateUserCommand({ UserPoolId: made.id, Username: 'keke@example.com', MessageAction: 'SUPPRESS' }),
    );
    return made;
  }

  /** What drift sees, through a client that can be made to answer otherwise. */
  async check(
    options: Partial<CheckPoolOptions> & { waivers?: Waiver[] } = {},
    meddle: (client: CognitoIdentityProviderClient) => void = () => undefined,
  ): Promise<Drift> {
    const lab = readLab();
    const client = simulatedClient(this.service, mockPlace, { readOnly: true });
    meddle(client);
    const { region } = mockPlace;
    const target = new ExistingPool(
      { client, calls: [], place: { region } },
      { kind: 'aws', userPoolId: this.id, region },
    );
    const now = options.now ?? '2026-11-23T06:00:00.000Z';
    const found = await checkPool(new LabSession(target), this.id, {
      lab,
      baseline: this.baseline,
      ...options,
      now,
    });
    return summarizeDrift([found], { about: 'pools', waivers: options.waivers ?? [], now, lab: lab.identity });
  }

  takeBaseline(): Promise<Drift> {
    return this.check({ update: true, now: '2026-11-22T06:00:00.000Z' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
