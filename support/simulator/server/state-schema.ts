import { Ajv, type Schema } from 'ajv';
import type { Store } from '../cognito/store';

/** Changes with every change that an older reader would misread. */
export const stateFormat = 'cognito-lab/sandbox-state/v1';

export interface StateDocument {
  format: typeof stateFormat;
  store: Pick<Store, 'pools' | 'domains' | 'sessions' | 'refreshTokens' | 'revokedTokens'>;
}

const text = { type: 'string' };
const time = { type: 'number', minimum: 0 };
const flag = { type: 'boolean' };
const texts = { type: 'object', additionalProperties: text };
const record = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const list = (items: Schema): Schema => ({ type: 'array', items });
const map = (values: Schema): Schema =>
  record({ $map: list({ type: 'array', minItems: 2, maxItems: 2, items: [text, values] }) });
const set = record({ $set: list(text) });

const password = record({ salt: text, x: text, setAt: time, temporary: flag });
const signingKey = record({ kid: text, privateKey: { type: 'string', pattern: '^-----BEGIN PRIVATE KEY-----' } });

const client = record(
  { id: text, userPoolId: text, createdAt: time, modifiedAt: time, settings: { type: 'object' } },
  { secret: text },
);

const group = record({ GroupName: text, createdAt: time, modifiedAt: time, members: set });

const user = record(
  {
    sub: text,
    username: text,
    attributes: texts,
    enabled: flag,
    status: text,
    createdAt: time,
    modifiedAt: time,
    passwordHistory: list(record({ salt: text, x: text })),
    codes: list(record({ purpose: text, code: text, expiresAt: time, attempts: time })),
    failedSignIns: time,
    refreshTokens: set,
  },
  { password, softwareToken: record({ secret: text, verified: flag }), lockedUntil: time },
);

const pool = record(
  {
    id: text,
    arn: text,
    region: text,
    accountId: text,
    name: text,
    createdAt: time,
    modifiedAt: time,
    settings: { type: 'object' },
    schema: list(record({ Name: text, AttributeDataType: text })),
    tags: texts,
    mfa: { type: 'object' },
    clients: map(client),
    groups: map(group),
    identityProviders: map(record({ ProviderName: text, createdAt: time, modifiedAt: time })),
    users: map(user),
    index: map(text),
  },
  { domain: text, customDomain: text, keys: record({ id: signingKey, access: signingKey }) },
);

const domain = record({ domain: text, userPoolId: text, region: text, accountId: text, createdAt: time });

const session = record(
  {
    id: text,
    userPoolId: text,
    clientId: text,
    username: text,
    challenge: text,
    expiresAt: time,
    used: flag,
    data: texts,
  },
  { sub: text },
);

const refreshToken = record({
  token: text,
  userPoolId: text,
  clientId: text,
  sub: text,
  originJti: text,
  eventId: text,
  authTime: time,
  expiresAt: time,
  revoked: flag,
});

const document = record({
  store: record({
    pools: map(pool),
    domains: map(domain),
    sessions: map(session),
    refreshTokens: map(refreshToken),
    revokedTokens: map(time),
  }),
});

/** @returns what is wrong with the document, or undefined where nothing is */
export function validateState(content: unknown): string | undefined {
  const format = (content as { format?: unknown } | null)?.format;
  if (typeof format !== 'string' || !format.startsWith('cognito-lab/sandbox-state/'))
    return 'it is something else than a state of the sandbox';
  if (format !== stateFormat) return `it is in the format ${format}, and this version reads ${stateFormat}`;
  const ajv = new Ajv({ strict: true, strictTuples: false, strictTypes: false });
  if (ajv.validate(document, content)) return undefined;
  const [error] = ajv.errors ?? [];
  return `it is damaged at ${error?.instancePath ?? ''}: ${error?.message ?? 'unreadable'}`;
}
