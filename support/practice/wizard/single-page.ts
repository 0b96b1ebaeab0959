import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { randomBytes } from 'node:crypto';
import { settingNamed, writeTo, type Members, type Setting } from '../../lab/settings';
import { choice, onOff, text } from '../../lab/settings/value-kind';
import { SimulatedCognito } from '../../simulator/cognito/service';
import type { Reply } from '../../simulator/server/http';
import { simulatedClient } from '../../targets/mock/mock-client';
import { SharedKeys } from '../../targets/mock/shared-keys';
import { fieldOf, initialValues, type FieldErrors, type Field, type Values } from '../forms/field';
import { faultList, groupViews } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { linesOf, choiceOfField } from '../forms/field-choice';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import type { Site, Visit } from '../site';

const setting = (name: string): Setting => {
  const found = settingNamed(name, 'user pool');
  if (!found) throw new Error(`There is no setting ${name}.`);
  return found;
};

const type = fieldOf(
  {
    label: 'Application type',
    values: choice('application type', {
      'Traditional web application': true,
      'Single-page application (SPA)': false,
      'Mobile app': false,
      'Machine-to-machine application': true,
    }),
  },
  { initial: ['Traditional web application'], required: 'Select an application type.' },
);
const name = fieldOf(
  { label: 'Name your application', values: text() },
  {
    required: 'Enter a name.',
    help: "The app client's name. The user pool gets one by itself; rename it afterwards.",
    named: ['clientname'],
  },
);
const identifiers = fieldOf(
  { label: 'Options for sign-in identifiers', values: setting('sign-in options').values },
  {
    required: 'Select at least one sign-in identifier.',
    help: 'They cannot be changed once the user pool exists.',
    named: ['alias'],
  },
);
const registration = fieldOf({ label: 'Enable self-registration', values: onOff() }, { initial: ['on'] });
const attributes = fieldOf(
  { label: 'Required attributes for sign-up', values: setting('required attributes').values },
  { help: 'They cannot be changed once the user pool exists.', named: ['schema', 'required'] },
);
const returnUrl = fieldOf(
  { label: 'Add a return URL', values: text() },
  { placeholder: 'https://example.com', help: 'Optional.' },
);

const groups = [
  { title: 'Define your application', fields: [type, name] },
  { title: 'Configure options', fields: [identifiers, registration, attributes, returnUrl] },
];
const fields: readonly Field[] = groups.flatMap((group) => group.fields);

/** `GET /create/present`: the page of Amazon's present console, which asks little and chooses the rest itself. */
export const showSinglePage = (site: Site, visit: Visit): Promise<Reply> => form(site, visit, initialValues(fields));

function form(site: Site, visit: Visit, values: Values, faults: FieldErrors = {}): Promise<Reply> {
  return site.page(visit, 'single-page', {
    title: 'Set up resources for your application',
    status: Object.keys(faults).length ? 422 : 200,
    groups: groupViews(groups, values, faults),
    token: randomBytes(9).toString('base64url'),
    faults,
    faultList: faultList(fields, faults),
  });
}

/** `POST /create/present` */
export async function createAtOnce(site: Site, visit: Visit): Promise<Reply> {
  const values = valuesOf(visit.form, fields);
  const faults = faultsOf(fields, values);
  if (Object.keys(faults).length) return form(site, visit, values, faults);
  // Sent twice, it creates one pool: the page has a token of its own.
  const draft = site.drafts.at(visit.form.get('token') ?? '');
  await draft.making;
  if (draft.made) return seeOther(`${poolPath(draft.made.userPoolId)}?say=made-already`);
  const making = catchRefusal(fields, async () => {
    const rehearsal = simulatedClient(new SimulatedCognito({ keys: SharedKeys.source }), site.owner);
    await create(rehearsal, values).finally(() => rehearsal.destroy());
    return (draft.made = { userPoolId: await create(site.client(), values) });
  });
  draft.making = making.catch(() => undefined);
  const outcome = await making;
  if (outcome.faults) return form(site, visit, values, outcome.faults);
  return seeOther(`${poolPath(outcome.done.userPoolId)}?say=pool-created`);
}

/**
 * What that console makes of it: a name of its own, protection against deletion, a domain, and an app client for its
 * managed login (recorded from pools that it made, 2025).
 */
async function create(client: CognitoIdentityProviderClient, values: Values): Promise<string> {
  const { UserPool } = await client.send(new CreateUserPoolCommand(poolInput(values) as never));
  const UserPoolId = UserPool?.Id ?? '';
  await client.send(new CreateUserPoolClientCommand(clientInput(UserPoolId, values) as never));
  const Domain = UserPoolId.toLowerCase().replace('_', '');
  await client.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain, ManagedLoginVersion: 2 }));
  return UserPoolId;
}

export function poolInput(values: Values): Members {
  const suffix = randomBytes(8)
    .toString('base64url')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')
    .slice(0, 6);
  const input: Members = {
    PoolName: `User pool - ${suffix}`,
    DeletionProtection: 'ACTIVE',
    UsernameConfiguration: { CaseSensitive: false },
  };
  const write = (name: string, words: unknown): void => {
    const { values: kind } = setting(name);
    writeTo(setting(name), input, kind.toAws(words));
  };
  const options = values[identifiers.id] ?? [];
  write('sign-in options', options);
  if (options.includes('Email')) write('attributes verified at sign-up', ['Email']);
  write('self-registration', choiceOfField(registration, values));
  const own = options.length === 1 && !options.includes('User name') ? options : [];
  const required = [...new Set([...own, ...(values[attributes.id] ?? [])])];
  if (required.length) write('required attributes', required);
  return input;
}

export function clientInput(UserPoolId: string, values: Values): Members {
  const [kind] = values[type.id] ?? [];
  const isMachine = kind === 'Machine-to-machine application';
  const [url = ''] = linesOf(values[returnUrl.id]?.[0]);
  const login = {
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'],
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['email', 'openid', 'phone'],
    AllowedOAuthFlowsUserPoolClient: true,
    CallbackURLs: [url === '' ? 'https://d84l1y8p4kdic.cloudfront.net' : url],
    SupportedIdentityProviders: ['COGNITO'],
  };
  return {
    UserPoolId,
    ClientName: values[name.id]?.[0],
    GenerateSecret: type.values.toAws(kind) === true,
    RefreshTokenValidity: 5,
    AccessTokenValidity: 60,
    IdTokenValidity: 60,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
    PreventUserExistenceErrors: 'ENABLED',
    // A machine asks for scopes of its own, which need a resource server: the sandbox makes none.
    ...(isMachine ? { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } : login),
  };
}
