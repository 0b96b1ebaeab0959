import {
  CreateGroupCommand,
  CreateResourceServerCommand,
  DeleteGroupCommand,
  DeleteResourceServerCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { settings, valueIn, writeTo, type Members, type Subject } from '../../lab/settings';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { choiceOfField } from '../forms/field-choice';
import { fieldOf, type Field, type FieldErrors, type Values } from '../forms/field';
import { faultList, fieldView } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { poolPath } from '../pages/addresses';
import { seeOther } from '../pages/replies';
import { PageNotFound, type Site, type Visit } from '../site';

/** Things of which a pool has several, each made and deleted as a whole. */
interface Collection {
  title: string;
  /** What one is called. */
  one: Subject;
  /** The member that names one. */
  key: 'GroupName' | 'Identifier';
  /** The choice that it cannot do without. */
  required: string;
  all: (pool: PoolRecord) => Members[];
  create: (client: CognitoIdentityProviderClient, input: Members) => Promise<unknown>;
  remove: (client: CognitoIdentityProviderClient, UserPoolId: string, name: string) => Promise<unknown>;
}

const collections: Readonly<Record<string, Collection>> = {
  groups: {
    title: 'Groups',
    one: 'group',
    key: 'GroupName',
    required: 'Group name',
    all: ({ groups }) => [...groups.values()] as unknown as Members[],
    create: (client, input) => client.send(new CreateGroupCommand(input as never)),
    remove: (client, UserPoolId, GroupName) => client.send(new DeleteGroupCommand({ UserPoolId, GroupName })),
  },
  'resource-servers': {
    title: 'Resource servers',
    one: 'resource server',
    key: 'Identifier',
    required: 'Resource server identifier',
    all: ({ resourceServers = [] }) => resourceServers,
    create: (client, input) => client.send(new CreateResourceServerCommand(input as never)),
    remove: (client, UserPoolId, Identifier) =>
      client.send(new DeleteResourceServerCommand({ UserPoolId, Identifier })),
  },
};

function collectionAt(name = ''): Collection {
  const collection = Object.hasOwn(collections, name) ? collections[name] : undefined;
  if (!collection) throw new PageNotFound('A user pool has no such page.');
  return collection;
}

const fieldsOf = ({ one, required }: Collection): readonly Field[] =>
  settings
    .filter(({ of }) => of === one)
    .map((setting) =>
      fieldOf(
        { ...setting, setting },
        setting.label === required ? { required: `Enter a ${required.toLowerCase()}.` } : {},
      ),
    );

/** `GET /pools/ID/groups` and `GET /pools/ID/resource-servers` */
export const showCollection = (site: Site, visit: Visit): Promise<Reply> =>
  page(site, visit, site.pool(visit.params[0]), collectionAt(visit.params[1]), {});

function page(
  site: Site,
  visit: Visit,
  pool: PoolRecord,
  collection: Collection,
  values: Values,
  faults: FieldErrors = {},
): Promise<Reply> {
  const fields = fieldsOf(collection);
  const { title, one, key } = collection;
  const [, tab = ''] = visit.params;
  return site.page(visit, 'collection', {
    title,
    status: Object.keys(faults).length ? 422 : 200,
    pool,
    tab,
    one,
    path: poolPath(pool.id, tab),
    labels: fields.map(({ label }) => label),
    rows: collection.all(pool).map((each) => ({
      name: String(each[key]),
      cells: fields.map(({ setting, values: kind }) => {
        const value = setting && valueIn(setting, each);
        return value === undefined || value === '' ? '–' : kind.toWords(value).join(', ') || '–';
      }),
    })),
    fields: fields.map((field) => fieldView(field, values, faults)),
    faults,
    faultList: faultList(fields, faults),
  });
}

/** `POST` to the same: creates one. */
export async function addToCollection(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const collection = collectionAt(visit.params[1]);
  const fields = fieldsOf(collection);
  const values = valuesOf(visit.form, fields);
  const faults = faultsOf(fields, values);
  const input: Members = { UserPoolId: pool.id };
  const outcome = Object.keys(faults).length
    ? { faults }
    : await catchRefusal(fields, () => {
        for (const field of fields) {
          const choice = choiceOfField(field, values);
          if (field.setting && choice !== undefined) writeTo(field.setting, input, field.values.toAws(choice));
        }
        return collection.create(site.client(pool), input);
      });
  if (outcome.faults) return page(site, visit, pool, collection, values, outcome.faults);
  return seeOther(`${poolPath(pool.id, visit.params[1] ?? '')}?say=created`);
}

/** `POST /pools/ID/groups/delete` and `POST /pools/ID/resource-servers/delete` */
export async function removeFromCollection(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  await collectionAt(visit.params[1]).remove(site.client(pool), pool.id, visit.form.get('name') ?? '');
  return seeOther(`${poolPath(pool.id, visit.params[1] ?? '')}?say=deleted`);
}
