import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  ListUsersCommand,
  type AttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { settingNamed } from '../../lab/settings';
import { seeOther } from '../pages/replies';
import { catchRefusal, refusalOf } from '../forms/refusals';
import { faultsOf, valuesOf } from '../forms/read-values';
import { faultList, fieldView } from '../forms/field-view';
import type { FieldErrors, Values } from '../forms/field';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';
import { userForms, type UserForm } from './user-forms';

/** AWS's largest page is 60. */
const pageSize = 50;

const valueOf = (attributes: readonly AttributeType[] | undefined, name: string): string =>
  attributes?.find(({ Name }) => Name === name)?.Value ?? '';

const statusText = (status: string | undefined): string =>
  settingNamed('confirmation status', 'user')?.values.toWords(status)[0] ?? status ?? '';

/** `GET /pools/ID/users`: in AWS's order, a page at a time. */
export async function showUsers(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const find = visit.query.get('find')?.slice(0, 200) ?? '';
  const after = visit.query.get('after') ?? undefined;
  // A quotation mark ends the value in AWS's filters, and stands with a backslash before it.
  const Filter = find === '' ? undefined : `email ^= "${find.replace(/["\\]/g, '\\$&')}"`;
  const client = site.client(pool);
  const list = (PaginationToken?: string) =>
    client.send(new ListUsersCommand({ UserPoolId: pool.id, Limit: pageSize, Filter, PaginationToken }));
  let refusal: string | undefined;
  const answer = await list(after).catch((error: unknown) => {
    const refused = refusalOf(error);
    if (!refused) throw error;
    refusal = `${refused.code}: ${refused.message}`;
    return undefined;
  });
  const { Users = [], PaginationToken } = answer ?? {};
  const path = poolPath(pool.id, 'users');
  const address = (parts: Record<string, string>): string => `${path}?${String(new URLSearchParams(parts))}`;
  return site.page(visit, 'users', {
    title: 'Users',
    pool,
    tab: 'users',
    find,
    count: pool.users.size,
    users: Users.map(({ Username = '', Attributes, UserStatus, Enabled }) => ({
      name: Username,
      path: poolPath(pool.id, 'users', Username),
      email: valueOf(Attributes, 'email'),
      verified: valueOf(Attributes, 'email_verified') === 'true' ? 'Yes' : 'No',
      status: statusText(UserStatus),
      enabled: Enabled ? 'Enabled' : 'Disabled',
    })),
    first: after === undefined ? undefined : find === '' ? path : address({ find }),
    next: PaginationToken && address({ ...(find !== '' && { find }), after: PaginationToken }),
    faultList: refusal === undefined ? [] : [{ text: refusal }],
  });
}

/** `GET /pools/ID/users/NAME` */
export async function showUser(site: Site, visit: Visit): Promise<Reply> {
  const [id, name = ''] = visit.params;
  const pool = site.pool(id);
  return userPage(site, visit, pool, name);
}

/** What was filled in and not accepted, of one form. */
interface RefusedForm {
  id?: UserForm['id'];
  values: Values;
  faults: FieldErrors;
}

const notNow = (form: string): RefusedForm => ({ values: {}, faults: { form } });

async function userPage(
  site: Site,
  visit: Visit,
  pool: PoolRecord,
  name: string,
  refused?: RefusedForm,
): Promise<Reply> {
  const user = await site.client(pool).send(new AdminGetUserCommand({ UserPoolId: pool.id, Username: name }));
  const forms = userForms(pool, user);
  return site.page(visit, 'user', {
    title: valueOf(user.UserAttributes, 'email') || name,
    status: refused ? 422 : 200,
    pool,
    tab: 'users',
    path: poolPath(pool.id, 'users', name),
    isEnabled: user.Enabled,
    facts: [
      ['User name', user.Username],
      ['Confirmation status', statusText(user.UserStatus)],
      ['Account status', user.Enabled ? 'Enabled' : 'Disabled'],
    ],
    forms: forms.map(({ id, title, field, current }) => ({
      id,
      title,
      field: fieldView(field, refused?.id === id ? refused.values : { [field.id]: current }, refused?.faults),
    })),
    faults: refused?.faults,
    faultList:
      refused &&
      faultList(
        forms.map(({ field }) => field),
        refused.faults,
      ),
  });
}

async function saveForm(site: Site, visit: Visit, pool: PoolRecord, name: string): Promise<Reply> {
  const client = site.client(pool);
  const user = await client.send(new AdminGetUserCommand({ UserPoolId: pool.id, Username: name }));
  const form = userForms(pool, user).find(({ id }) => id === visit.form.get('do'));
  if (!form) return userPage(site, visit, pool, name, notNow('Choose what to do with the user.'));
  const fields = [form.field];
  const values = valuesOf(visit.form, fields);
  const faults = faultsOf(fields, values);
  const outcome = Object.keys(faults).length
    ? { faults }
    : await catchRefusal(fields, () => form.write(client, values));
  if (outcome.faults) return userPage(site, visit, pool, name, { id: form.id, values, faults: outcome.faults });
  return seeOther(`${poolPath(pool.id, 'users', name)}?say=saved`);
}

/** `POST /pools/ID/users/NAME`: what is done with a user. */
export async function changeUser(site: Site, visit: Visit): Promise<Reply> {
  const [id, name = ''] = visit.params;
  const pool = site.pool(id);
  const input = { UserPoolId: pool.id, Username: name };
  const client = site.client(pool);
  const path = poolPath(pool.id, 'users', name);
  switch (visit.form.get('do')) {
    case 'disable':
      await client.send(new AdminDisableUserCommand(input));
      return seeOther(`${path}?say=user-disabled`);
    case 'enable':
      await client.send(new AdminEnableUserCommand(input));
      return seeOther(`${path}?say=user-enabled`);
    case 'delete': {
      // A rule of the console's (documented); the API deletes anybody.
      const { Enabled } = await client.send(new AdminGetUserCommand(input));
      if (Enabled)
        return userPage(
          site,
          visit,
          pool,
          name,
          notNow("Disable the user first: Amazon's console deletes no user who is enabled."),
        );
      await client.send(new AdminDeleteUserCommand(input));
      return seeOther(`${poolPath(pool.id, 'users')}?say=user-deleted`);
    }
    default:
      return saveForm(site, visit, pool, name);
  }
}
