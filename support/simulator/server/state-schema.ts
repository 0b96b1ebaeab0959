import * as v from 'valibot';

/** Changes with every change that an older reader would misread. */
export const stateFormat = 'cognito-lab/sandbox-state/v2';

const text = v.string();
const texts = v.record(text, text);
const flag = v.boolean();
const number = v.pipe(v.number(), v.minValue(0));
/** Epoch milliseconds. */
const time = number;
const settings = v.looseObject({});

const password = v.looseObject({ salt: text, x: text, setAt: time, temporary: flag });
const signingKey = v.looseObject({ kid: text, privateKey: v.pipe(text, v.startsWith('-----BEGIN PRIVATE KEY-----')) });

/** What one line of a state file holds, by its kind: a record without the records that are lines of their own. */
export const recordSchemas = {
  pool: v.looseObject({
    id: text,
    arn: text,
    region: text,
    accountId: text,
    name: text,
    createdAt: time,
    modifiedAt: time,
    settings,
    schema: v.array(v.looseObject({ Name: text, AttributeDataType: text })),
    tags: texts,
    mfa: settings,
    domain: v.optional(text),
    customDomain: v.optional(text),
    keys: v.optional(v.looseObject({ id: signingKey, access: signingKey })),
  }),
  client: v.looseObject({
    id: text,
    userPoolId: text,
    secret: v.optional(text),
    createdAt: time,
    modifiedAt: time,
    settings,
  }),
  identityProvider: v.looseObject({ userPoolId: text, ProviderName: text, createdAt: time, modifiedAt: time }),
  user: v.looseObject({
    userPoolId: text,
    sub: text,
    username: text,
    attributes: texts,
    enabled: flag,
    status: text,
    createdAt: time,
    modifiedAt: time,
    password: v.optional(password),
    passwordHistory: v.array(v.looseObject({ salt: text, x: text })),
    codes: v.array(v.looseObject({ purpose: text, code: text, expiresAt: time, attempts: number })),
    softwareToken: v.optional(v.looseObject({ secret: text, verified: flag })),
    failedSignIns: number,
    lockedUntil: v.optional(time),
    refreshTokens: v.array(text),
  }),
  group: v.looseObject({
    userPoolId: text,
    GroupName: text,
    createdAt: time,
    modifiedAt: time,
    members: v.array(text),
  }),
  domain: v.looseObject({ domain: text, userPoolId: text, region: text, accountId: text, createdAt: time }),
  session: v.looseObject({
    id: text,
    userPoolId: text,
    clientId: text,
    sub: v.optional(text),
    username: text,
    challenge: text,
    expiresAt: time,
    used: flag,
    data: texts,
  }),
  refreshToken: v.looseObject({
    token: text,
    userPoolId: text,
    clientId: text,
    sub: text,
    originJti: text,
    eventId: text,
    authTime: number,
    expiresAt: time,
    revoked: flag,
  }),
  revokedToken: v.looseObject({ id: text, until: time }),
} as const;

export type RecordKind = keyof typeof recordSchemas;
