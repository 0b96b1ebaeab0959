import { DeleteUserPoolCommand, DeleteUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { onOff, text } from '../../lab/settings/value-kind';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { fieldOf, type FieldErrors, type Field, type Values } from '../forms/field';
import { faultList, fieldView } from '../forms/field-view';
import { valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { choiceOfField } from '../forms/field-choice';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';
import { readAnswers } from './answers';
import { keepPool, updatePool } from './update-input';

const domain = fieldOf({ label: 'Delete domain', values: onOff() }, { named: ['domain'] });
const protection = fieldOf(
  { label: 'Deactivate deletion protection', values: onOff() },
  { named: ['deletion protection'] },
);
const confirmation = fieldOf(
  { label: 'To confirm the deletion, enter the name of the user pool', values: text() },
  { required: 'Enter the name.' },
);

/** Only what is in the way is asked for. */
const fieldsOf = (pool: PoolRecord): readonly Field[] => [
  ...((pool.domain ?? pool.customDomain) === undefined ? [] : [domain]),
  ...(pool.settings.DeletionProtection === 'ACTIVE' ? [protection] : []),
  confirmation,
];

/** `GET /pools/ID/delete` */
export const showDeletePool = (site: Site, visit: Visit): Promise<Reply> =>
  form(site, visit, site.pool(visit.params[0]), {});

function form(site: Site, visit: Visit, pool: PoolRecord, values: Values, faults: FieldErrors = {}): Promise<Reply> {
  const fields = fieldsOf(pool);
  return site.page(visit, 'delete-pool', {
    title: 'Delete user pool',
    status: Object.keys(faults).length ? 422 : 200,
    pool,
    tab: 'overview',
    users: pool.users.size,
    fields: fields.map((field) => fieldView(field, values, faults)),
    action: poolPath(pool.id, 'delete'),
    faults,
    faultList: faultList(fields, faults),
  });
}

/** `POST /pools/ID/delete`: AWS refuses while the deletion protection is active, or there is a domain. */
export async function deletePool(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const fields = fieldsOf(pool);
  const values = valuesOf(visit.form, [domain, protection, confirmation]);
  if (values[confirmation.id]?.[0] !== pool.name)
    return form(site, visit, pool, values, { [confirmation.id]: 'This is not the name of the user pool.' });
  const client = site.client(pool);
  const outcome = await catchRefusal(fields, async () => {
    if (choiceOfField(domain, values) === true)
      for (const Domain of [pool.domain, pool.customDomain])
        if (Domain !== undefined) await client.send(new DeleteUserPoolDomainCommand({ UserPoolId: pool.id, Domain }));
    if (choiceOfField(protection, values) === true && pool.settings.DeletionProtection === 'ACTIVE') {
      const { DescribeUserPool = {} } = await readAnswers(client, ['DescribeUserPool'], { UserPoolId: pool.id });
      const input = keepPool(DescribeUserPool);
      await updatePool(client, { ...input, DeletionProtection: 'INACTIVE' });
    }
    await client.send(new DeleteUserPoolCommand({ UserPoolId: pool.id }));
  });
  return outcome.faults ? form(site, visit, pool, values, outcome.faults) : seeOther('/?say=pool-deleted');
}
