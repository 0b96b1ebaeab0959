import { CreateUserPoolCommand, type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Plan } from '../../lab/solution/plan';
import { SimulatedCognito } from '../../simulator/cognito/service';
import { simulatedClient } from '../../targets/mock/mock-client';
import { SharedKeys } from '../../targets/mock/shared-keys';
import { play } from '../../targets/owned/play-plan';

/** Plays a plan. @returns the pool's id @throws CouldNotLook whose cause is AWS's refusal */
export async function createPlannedPool(client: CognitoIdentityProviderClient, plan: Plan): Promise<string> {
  let id = '';
  await play(client, plan, {}, async (input) => {
    const { UserPool } = await client.send(new CreateUserPoolCommand(input));
    return (id = UserPool?.Id ?? '');
  });
  return id;
}

/**
 * Plays a plan on a service of its own, which is then forgotten: what AWS would refuse is reported before anything is
 * created, so that nobody is left with half a pool.
 *
 * @throws as {@link createPlannedPool}
 */
export async function tryPlan(plan: Plan, place: { region: string; accountId: string }): Promise<void> {
  const client = simulatedClient(new SimulatedCognito({ keys: SharedKeys.source }), place);
  try {
    await createPlannedPool(client, plan);
  } finally {
    client.destroy();
  }
}

/**
 * A plan as it may be once Step 4 is filled in: with senders of messages. What earlier steps choose may need them, and the
 * wizard asks for them later.
 */
export function withSenders(plan: Plan, { region, accountId }: { region: string; accountId: string }): Plan {
  const SmsConfiguration = {
    SnsCallerArn: `arn:aws:iam::${accountId}:role/lab-sms`,
    ExternalId: 'lab',
    SnsRegion: region,
  };
  const SourceArn = `arn:aws:ses:${region}:${accountId}:identity/lab@example.com`;
  const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn } as const;
  const sms = plan.mfa?.SmsMfaConfiguration;
  return {
    ...plan,
    ...(plan.pool && { pool: { ...plan.pool, SmsConfiguration, EmailConfiguration } }),
    ...(sms && { mfa: { ...plan.mfa, SmsMfaConfiguration: { ...sms, SmsConfiguration } } }),
  };
}
