import { AdminCreateUserCommand, type AdminCreateUserCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { choice, onOff, text } from '../../lab/settings/value-kind';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { fieldOf, initialValues, type FieldErrors, type Field, type Values } from '../forms/field';
import { faultList, fieldView } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { choiceOfField } from '../forms/field-choice';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';

const userName = fieldOf({ label: 'User name', values: text() }, { named: ['user account'] });
const invitation = fieldOf(
  {
    label: 'Invitation message',
    values: choice('invitation', { "Don't send an invitation": false, 'Send an email invitation': true }),
  },
  {
    initial: ["Don't send an invitation"],
    options: { 'Send an email invitation': 'It arrives in the mailbox of the sandbox.' },
    named: ['delivery', 'invit'],
  },
);
const email = fieldOf(
  { label: 'Email address', values: text() },
  { named: ['email', "at 'username'", 'username should be'] },
);
const emailVerified = fieldOf({ label: 'Mark email address as verified', values: onOff() });
const phone = fieldOf({ label: 'Phone number', values: text() }, { placeholder: '+15550100100', named: ['phone'] });
const phoneVerified = fieldOf({ label: 'Mark phone number as verified', values: onOff() });
const password = fieldOf(
  { label: 'Temporary password', values: text() },
  { help: 'If left blank, one is generated; it is in the invitation only.', named: ['password'] },
);

/** The form of a pool: with a user name only where users have one. */
function fieldsOf({ settings }: PoolRecord): readonly Field[] {
  const byAddress = settings.UsernameAttributes ?? [];
  const named = byAddress.length ? [] : [userName];
  const phones =
    byAddress.length && !byAddress.includes('email')
      ? { ...phone, named: [...(phone.named ?? []), 'username'] }
      : phone;
  return [...named, invitation, email, emailVerified, phones, phoneVerified, password];
}

/** The call that the form comes to. */
export function userInput(pool: PoolRecord, values: Values): AdminCreateUserCommandInput {
  const said = (field: Field): string | undefined => {
    const words = choiceOfField(field, values);
    return typeof words === 'string' ? words.trim() : undefined;
  };
  const isOn = (field: Field): boolean => choiceOfField(field, values) === true;
  const names = pool.settings.UsernameAttributes ?? [];
  const [address, number] = [said(email), said(phone)];
  const byAddress = names.includes('email')
    ? (address ?? (names.includes('phone_number') ? number : undefined))
    : number;
  const TemporaryPassword = choiceOfField(password, values) as string | undefined;
  const attributes = [
    ...(address === undefined ? [] : [{ Name: 'email', Value: address }]),
    ...(address !== undefined && isOn(emailVerified) ? [{ Name: 'email_verified', Value: 'true' }] : []),
    ...(number === undefined ? [] : [{ Name: 'phone_number', Value: number }]),
    ...(number !== undefined && isOn(phoneVerified) ? [{ Name: 'phone_number_verified', Value: 'true' }] : []),
  ];
  const isInvited = said(invitation) === 'Send an email invitation';
  return {
    UserPoolId: pool.id,
    Username: (names.length ? byAddress : said(userName)) ?? '',
    ...(TemporaryPassword !== undefined && { TemporaryPassword }),
    UserAttributes: attributes,
    ...(isInvited ? { DesiredDeliveryMediums: ['EMAIL'] } : { MessageAction: 'SUPPRESS' }),
  };
}

/** `GET /pools/ID/users/create` */
export function showCreateUser(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  return userForm(site, visit, pool, initialValues(fieldsOf(pool)));
}

function userForm(
  site: Site,
  visit: Visit,
  pool: PoolRecord,
  values: Values,
  faults: FieldErrors = {},
): Promise<Reply> {
  const fields = fieldsOf(pool);
  return site.page(visit, 'create-user', {
    title: 'Create user',
    status: Object.keys(faults).length ? 422 : 200,
    pool,
    tab: 'users',
    fields: fields.map((field) => fieldView(field, values, faults)),
    action: poolPath(pool.id, 'users', 'create'),
    faults,
    faultList: faultList(fields, faults),
  });
}

/** `POST /pools/ID/users/create` */
export async function createUser(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const fields = fieldsOf(pool);
  const values = valuesOf(visit.form, fields);
  const faults = faultsOf(fields, values);
  const outcome = Object.keys(faults).length
    ? { faults }
    : await catchRefusal(fields, () => site.client(pool).send(new AdminCreateUserCommand(userInput(pool, values))));
  if (outcome.faults) return userForm(site, visit, pool, values, outcome.faults);
  return seeOther(`${poolPath(pool.id, 'users')}?say=user-created`);
}
