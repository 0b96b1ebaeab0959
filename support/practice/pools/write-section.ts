import {
  AddCustomAttributesCommand,
  SetLogDeliveryConfigurationCommand,
  SetRiskConfigurationCommand,
  SetUserPoolMfaConfigCommand,
  type CognitoIdentityProviderClient,
  type UserPoolClientType,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { setMember, valueIn, writeTo, type Members } from '../../lab/settings';
import type { Field, Values } from '../forms/field';
import { choiceOfField } from '../forms/field-choice';
import type { Answers } from './answers';
import type { Section } from './sections';
import { keepClient, keepPool, updateClient, updatePool } from './update-input';

/**
 * Changes the settings of a section, by the call that sets them, and keeps everything else.
 *
 * @param fields those that were changed
 * @throws the error of the SDK
 */
export async function writeSection(
  client: CognitoIdentityProviderClient,
  { operation }: Section,
  fields: readonly Field[],
  values: Values,
  answers: Answers,
): Promise<unknown> {
  const pool = (answers.DescribeUserPool ?? {}) as UserPoolType;
  const UserPoolId = pool.Id;
  const write = (input: Members): Members => {
    for (const field of fields) writeField(input, field, values);
    return input;
  };
  switch (operation) {
    case 'UpdateUserPool':
      return updatePool(client, write(keepPool(pool)));
    case 'UpdateUserPoolClient':
      return updateClient(client, write(keepClient(answers.DescribeUserPoolClient as UserPoolClientType)));
    case 'SetUserPoolMfaConfig': {
      const isMethods = ({ label }: Field): boolean => label === 'MFA methods';
      const written = write({ UserPoolId, ...structuredClone(answers.GetUserPoolMfaConfig) });
      // AWS refuses a method without MFA: one that somebody chose is not dropped in silence.
      const input = fields.some(isMethods) ? withSms(written, pool) : withMethods(written, pool);
      return client.send(new SetUserPoolMfaConfigCommand(input as never));
    }
    case 'AddCustomAttributes':
      return client.send(
        new AddCustomAttributesCommand({ UserPoolId, CustomAttributes: added(fields, values, answers) }),
      );
    case 'SetRiskConfiguration': {
      const { LastModifiedDate: _, ...kept } = answers.DescribeRiskConfiguration ?? {};
      return client.send(new SetRiskConfigurationCommand(write({ ...structuredClone(kept), UserPoolId }) as never));
    }
    case 'SetLogDeliveryConfiguration': {
      const { LogConfigurations = [] } = answers.GetLogDeliveryConfiguration ?? {};
      const input = write({ UserPoolId, LogConfigurations: structuredClone(LogConfigurations) });
      return client.send(new SetLogDeliveryConfigurationCommand(input as never));
    }
    default:
      throw new Error(`No page calls ${operation}.`);
  }
}

/** A field that was emptied goes back to what AWS has by itself. */
function writeField(input: Members, field: Field, values: Values): void {
  const { setting } = field;
  if (!setting) throw new Error(`${field.label} is no setting.`);
  const words = choiceOfField(field, values);
  if (words === undefined) setMember(input, setting.set.member, undefined);
  else writeTo(setting, input, field.values.toAws(words));
}

/** AWS wants a method with MFA, and none without; the console starts with authenticator apps. */
function withMethods(config: Members, pool: UserPoolType): Members {
  const { UserPoolId, MfaConfiguration = 'OFF', WebAuthnConfiguration, ...methods } = config;
  const passkeys = WebAuthnConfiguration !== undefined && { WebAuthnConfiguration };
  if (MfaConfiguration === 'OFF') return { UserPoolId, MfaConfiguration, ...passkeys };
  const isOn = (method: unknown): boolean => method !== undefined && (method as Members).Enabled !== false;
  if (Object.values(methods).some(isOn)) return withSms(config, pool);
  return { ...config, SoftwareTokenMfaConfiguration: { Enabled: true } };
}

/** Messages go out as the pool sends all its messages. */
function withSms(config: Members, { SmsConfiguration, SmsAuthenticationMessage }: UserPoolType): Members {
  const { SmsMfaConfiguration: sms } = config;
  return sms ? { ...config, SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage, ...sms } } : config;
}

/** The custom attributes that the pool does not have yet. */
function added(fields: readonly Field[], values: Values, { DescribeUserPool: pool = {} }: Answers) {
  return fields.flatMap((field) => {
    const before = new Set(field.setting ? ((valueIn(field.setting, pool) ?? []) as string[]) : []);
    return (field.values.toAws(choiceOfField(field, values)) as string[])
      .filter((name) => !before.has(name))
      .map((Name) => ({ Name, AttributeDataType: 'String' as const, Mutable: true }));
  });
}
