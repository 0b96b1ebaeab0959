import {
  CreateIdentityProviderCommand,
  DeleteIdentityProviderCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import { planOfValues } from '../forms/form-solution';
import type { Field } from '../forms/field';
import { fieldView } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';
import { wizardFields } from '../wizard/steps';
import { settingsPage } from './settings-page';

/** The wizard's own field, wherever it stands. */
function providerField(): Field {
  const field = wizardFields.find(({ label }) => label === 'Federated sign-in options');
  if (!field) throw new Error('The wizard has no federated sign-in options.');
  const { onlyIf: _, ...anywhere } = field;
  return { ...anywhere, required: 'Select at least one.' };
}

export const providersView = ({ identityProviders }: PoolRecord): object => ({
  providers: [...identityProviders.values()].map(({ ProviderName, ProviderType }) => ({ ProviderName, ProviderType })),
  providerField: fieldView(providerField(), {}),
});

/** `POST /pools/ID/providers` */
export async function addProviders(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const fields = [providerField()];
  const values = valuesOf(visit.form, fields);
  const faults = faultsOf(fields, values);
  const outcome = Object.keys(faults).length
    ? { faults }
    : await catchRefusal(fields, async () => {
        for (const provider of planOfValues(fields, values).identityProviders)
          await site.client(pool).send(new CreateIdentityProviderCommand({ ...provider, UserPoolId: pool.id }));
      });
  if (outcome.faults) return settingsPage(site, visit, pool, 'sign-in', { fields, values, faults: outcome.faults });
  return seeOther(`${poolPath(pool.id, 'sign-in')}?say=provider-added`);
}

/** `POST /pools/ID/providers/delete` */
export async function deleteProvider(site: Site, visit: Visit): Promise<Reply> {
  const pool = site.pool(visit.params[0]);
  const ProviderName = visit.form.get('provider') ?? '';
  await site.client(pool).send(new DeleteIdentityProviderCommand({ UserPoolId: pool.id, ProviderName }));
  return seeOther(`${poolPath(pool.id, 'sign-in')}?say=provider-deleted`);
}
