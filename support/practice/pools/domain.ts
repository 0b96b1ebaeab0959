import { CreateUserPoolDomainCommand, DeleteUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { text } from '../../lab/settings/value-kind';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { fieldOf } from '../forms/field';
import { fieldView } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';
import { settingsPage, type Refused } from './settings-page';

const prefix = fieldOf(
  { label: 'Cognito domain', values: text() },
  {
    help: 'A prefix, for the pages of the hosted sign-in. The sandbox serves none there.',
    required: 'Enter a prefix.',
    named: ['domain'],
  },
);

export const domainView = ({ domain, customDomain }: PoolRecord, refused: Partial<Refused> = {}): object => ({
  domains: [domain, customDomain].filter((name) => name !== undefined),
  domainField: fieldView(prefix, refused.values ?? {}, refused.faults),
});

/** `POST /pools/ID/domain` */
export async function createDomain(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const values = valuesOf(visit.form, [prefix]);
  const faults = faultsOf([prefix], values);
  const outcome = Object.keys(faults).length
    ? { faults }
    : await catchRefusal([prefix], () =>
        site
          .client(pool)
          .send(new CreateUserPoolDomainCommand({ UserPoolId: pool.id, Domain: values[prefix.id]?.[0] })),
      );
  if (outcome.faults)
    return settingsPage(site, visit, pool, 'overview', { fields: [prefix], values, faults: outcome.faults });
  return seeOther(`${poolPath(pool.id)}?say=domain-created`);
}

/** `POST /pools/ID/domain/delete` */
export async function deleteDomain(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const input = { UserPoolId: pool.id, Domain: visit.form.get('domain') ?? '' };
  await site.client(pool).send(new DeleteUserPoolDomainCommand(input));
  return seeOther(`${poolPath(pool.id)}?say=domain-deleted`);
}
