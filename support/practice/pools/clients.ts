import { CreateUserPoolClientCommand, DeleteUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Members } from '../../lab/settings';
import { writeTo } from '../../lab/settings';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { initialValues, type FieldErrors, type Field, type Values } from '../forms/field';
import { faultList, groupViews } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { choiceOfField } from '../forms/field-choice';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import { PageNotFound, type Site, type Visit } from '../site';
import { fieldsOf, steps } from '../wizard/steps';
import { readAnswers } from './answers';
import { clientSections } from './sections';
import { operationsOf, save, sectionView, type Refused } from './settings-page';

/** Shown at once; a pool has at most 1,000. */
const mostShown = 1000;

/** `GET /pools/ID/clients` */
export function showClients(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  return site.page(visit, 'clients', {
    title: 'App clients',
    pool,
    tab: 'clients',
    clients: [...pool.clients.values()].slice(0, mostShown).map(({ id, settings }) => ({
      id,
      name: settings.ClientName,
      path: poolPath(pool.id, 'clients', id),
    })),
  });
}

/** The wizard's own fields of an app client; the name is not left blank here. */
function clientFields(): { shown: readonly Field[]; extra: readonly Field[] } {
  const step = steps.at(-1);
  const fields = step ? fieldsOf(step).filter(({ setting }) => setting?.of === 'app client') : [];
  const shown = ['App client name', 'Client secret'];
  return {
    shown: fields
      .filter(({ label }) => shown.includes(label))
      .map((field) =>
        field.label === 'App client name'
          ? { ...field, help: undefined, required: 'Enter an app client name.' }
          : field,
      ),
    extra: fields.filter(({ label }) => !shown.includes(label)),
  };
}

/** `GET /pools/ID/clients/create` */
export function showCreateClient(site: Site, visit: Visit): Promise<Reply> {
  const { shown, extra } = clientFields();
  return clientForm(site, visit, site.pool(visit.params[0]), initialValues([...shown, ...extra]));
}

function clientForm(
  site: Site,
  visit: Visit,
  pool: PoolRecord,
  values: Values,
  faults: FieldErrors = {},
): Promise<Reply> {
  const { shown, extra } = clientFields();
  const text = 'What is left alone here is as AWS has it by itself.';
  return site.page(visit, 'create-client', {
    title: 'Create app client',
    status: Object.keys(faults).length ? 422 : 200,
    pool,
    tab: 'clients',
    groups: groupViews(
      [
        { title: 'App client', fields: shown },
        { title: 'Not in the tutorial', text, fields: extra, isExtra: true },
      ],
      values,
      faults,
    ),
    action: poolPath(pool.id, 'clients', 'create'),
    faults,
    faultList: faultList([...shown, ...extra], faults),
  });
}

/** `POST /pools/ID/clients/create` */
export async function createClient(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const { shown, extra } = clientFields();
  const fields = [...shown, ...extra];
  const values = valuesOf(visit.form, fields);
  const faults = faultsOf(fields, values);
  const outcome = Object.keys(faults).length
    ? { faults }
    : await catchRefusal(fields, () =>
        site.client(pool).send(new CreateUserPoolClientCommand(clientInput(pool.id, fields, values) as never)),
      );
  if (outcome.faults) return clientForm(site, visit, pool, values, outcome.faults);
  return seeOther(`${poolPath(pool.id, 'clients')}?say=client-created`);
}

function clientInput(UserPoolId: string, fields: readonly Field[], values: Values): Members {
  const input: Members = { UserPoolId };
  for (const field of fields) {
    const words = choiceOfField(field, values);
    if (field.setting && words !== undefined) writeTo(field.setting, input, field.values.toAws(words));
  }
  return input;
}

/** `GET /pools/ID/clients/CLIENT` */
export function showClient(site: Site, visit: Visit): Promise<Reply> {
  const [id, clientId] = visit.params;
  return clientPage(site, visit, site.pool(id), clientId);
}

async function clientPage(site: Site, visit: Visit, pool: PoolRecord, id = '', refused?: Refused): Promise<Reply> {
  const record = pool.clients.get(id);
  if (!record) throw new PageNotFound(`The user pool has no app client ${id.slice(0, 60)}.`);
  const ids = { UserPoolId: pool.id, ClientId: id };
  const answers = await readAnswers(site.client(pool), operationsOf(clientSections), ids);
  const path = poolPath(pool.id, 'clients', id);
  return site.page(visit, 'client', {
    title: record.settings.ClientName ?? id,
    status: refused ? 422 : 200,
    pool,
    tab: 'clients',
    id,
    secret: record.secret,
    path,
    sections: clientSections.map((section) => sectionView(section, path, answers, refused)),
    faults: refused?.faults,
    faultList: refused && faultList(refused.section?.fields ?? [], refused.faults),
  });
}

/** `POST /pools/ID/clients/CLIENT` */
export async function saveClient(site: Site, visit: Visit): Promise<Reply> {
  const [id, clientId = ''] = visit.params;
  const pool = site.pool(id);
  const section = clientSections.find((each) => each.id === visit.form.get('section') && !each.isFixed);
  if (!section || !pool.clients.has(clientId)) throw new PageNotFound('The user pool has no such app client.');
  const answers = await readAnswers(site.client(pool), operationsOf([section]), {
    UserPoolId: pool.id,
    ClientId: clientId,
  });
  const saved = await save(site, pool, section, visit, answers);
  if (typeof saved !== 'string') return clientPage(site, visit, pool, clientId, saved);
  return seeOther(`${poolPath(pool.id, 'clients', clientId)}?say=${saved}`);
}

/** `POST /pools/ID/clients/CLIENT/delete` */
export async function deleteClient(site: Site, visit: Visit): Promise<Reply> {
  const [id, ClientId = ''] = visit.params;
  const pool = site.pool(id);
  await site.client(pool).send(new DeleteUserPoolClientCommand({ UserPoolId: pool.id, ClientId }));
  return seeOther(`${poolPath(pool.id, 'clients')}?say=client-deleted`);
}
