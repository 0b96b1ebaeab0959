import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLab } from '../../support/lab/lab-folder';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { callApi } from '../support/sandbox-call';
import { rightAnswers } from '../cli/stand-in';

/** Secrets that can be told from anything else, wherever they turn up. */
export const marked = {
  accessKeyId: 'AKIAMARKED1MARKED1MA',
  secretAccessKey: 'Marked2/secret/access/key+Marked2/key+',
  sessionToken: 'Marked3/session/token/FwoGZXIvYXdzEXAMPLE==',
  ofTheEnvironment: 'Marked4-database-password',
  temporaryPassword: 'Marked5-temp-passw0rd!',
  weakPassword: 'marked5-temp-without-a-capital-1!',
  clientSecret: 'marked6clientsecretmarked6clientsecretmarked6',
  providerSecret: 'Marked7-provider-secret',
  accessToken: 'eyJMarked8.eyJNYXJrZWQ4.Marked8',
  code: 'Marked9-code',
} as const;

/** Whether a text holds a marked secret, plainly or in the encodings that secrets travel in; which one. */
export function secretsIn(text: string, more: readonly string[] = []): string[] {
  const forms = (secret: string): string[] => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
  // A code of six digits is none within a longer number.
  const holds = (form: string): boolean =>
    /^\d+$/.test(form) ? new RegExp(`(?<!\\d)${form}(?!\\d)`).test(text) : text.includes(form);
  const whole = [...Object.values(marked), ...more].filter((secret) => forms(secret).some(holds));
  // A piece of one, such as a message quotes, is a leak as well.
  return whole.length ? whole : (/.{0,10}marked\d.{0,10}/i.exec(text) ?? []).slice();
}

/** Every file under a folder but those that were planted, with its text. */
export function filesUnder(folder: string, planted: readonly string[]): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !planted.some((name) => path.startsWith(join(folder, name))))
    .map((path) => [path, readFileSync(path, 'utf8')]);
}

/** The files and folders that are planted, by their names in the folder. */
export const planted = ['.env', 'good.json', 'weak.json', 'broken.json', 'class', 'submission', 'malformed'];

/** A folder such as a learner and an instructor have, with a secret wherever one can be. */
export function plantFiles(folder: string, endpoint: string): void {
  const env = {
    AWS_ACCESS_KEY_ID: marked.accessKeyId,
    AWS_SECRET_ACCESS_KEY: marked.secretAccessKey,
    AWS_SESSION_TOKEN: marked.sessionToken,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
    DATABASE_PASSWORD: marked.ofTheEnvironment,
  };
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write(
    '.env',
    Object.entries(env)
      .map((pair) => pair.join('='))
      .join('\n'),
  );

  const solution = readLab().solution;
  const password = (choice: string): string => {
    const text = JSON.stringify(solution);
    return text.replace('Welcome-2-the-lab', choice);
  };
  write('good.json', password(marked.temporaryPassword));
  // Without a capital letter: the service refuses it.
  write('weak.json', password(marked.weakPassword));
  write(
    'broken.json',
    password(marked.temporaryPassword).replace(`"${marked.temporaryPassword}"`, marked.temporaryPassword),
  );

  const client = { ClientId: 'abc', ClientName: 'kekeclient', ClientSecret: marked.clientSecret };
  const user = {
    Username: 'keke',
    Password: marked.temporaryPassword,
    Attributes: [
      { Name: 'email', Value: 'keke@example.com' },
      { Name: 'custom:api_key', Value: marked.ofTheEnvironment },
    ],
  };
  const provider = {
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_secret: marked.providerSecret },
  };
  const answers: Record<string, unknown> = {
    'describe-user-pool.json': rightAnswers.DescribeUserPool,
    'list-user-pool-clients.json': { UserPoolClients: [client] },
    'describe-user-pool-client.json': { UserPoolClient: client },
    'list-users.json': { Users: [user] },
    'list-identity-providers.json': { Providers: [provider] },
    'initiate-auth.json': {
      AuthenticationResult: { AccessToken: marked.accessToken, RefreshToken: marked.accessToken },
    },
  };
  for (const name of ['submission', 'class/keke', 'malformed', 'class/malformed']) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, answer] of Object.entries(answers)) write(join(name, file), JSON.stringify(answer));
    if (name.endsWith('malformed')) {
      write(
        join(name, 'describe-user-pool-client.json'),
        `{"UserPoolClient": {"ClientSecret": ${marked.clientSecret}}}`,
      );
      write(join(name, 'list-users.json'), `{"Users": [{"ConfirmationCode": ${marked.code}`);
    }
  }
}

/** A pool in the service with a secret wherever one can be. @returns its id, and the secrets that the service made */
export async function plantPool({ url }: RunningServer): Promise<{ userPoolId: string; made: string[] }> {
  const call = async <T>(operation: string, input: object): Promise<T> => {
    const { status, body } = await callApi(url, operation, input);
    if (status !== 200) throw new Error(`${operation}: ${body}`);
    return (body ? JSON.parse(body) : {}) as T;
  };
  const { UserPool } = await call<{ UserPool: { Id: string } }>('CreateUserPool', {
    PoolName: 'keke',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
  });
  const UserPoolId = UserPool.Id;
  const { UserPoolClient } = await call<{ UserPoolClient: { ClientId: string; ClientSecret: string } }>(
    'CreateUserPoolClient',
    { UserPoolId, ClientName: 'kekeclient', GenerateSecret: true },
  );
  const { UserPoolClient: open } = await call<{ UserPoolClient: { ClientId: string } }>('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'open',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  await call('CreateIdentityProvider', {
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'google', client_secret: marked.providerSecret, authorize_scopes: 'email' },
  });
  const [Username, Password] = ['success+keke@simulator.amazonses.com', marked.temporaryPassword];
  const UserAttributes = [
    { Name: 'email', Value: Username },
    { Name: 'email_verified', Value: 'true' },
  ];
  await call('AdminCreateUser', { UserPoolId, Username, TemporaryPassword: Password, UserAttributes });
  await call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true });
  const { AuthenticationResult: tokens } = await call<{ AuthenticationResult: Record<string, string> }>(
    'InitiateAuth',
    {
      ClientId: open.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    },
  );
  await call('ForgotPassword', { ClientId: open.ClientId, Username });
  const outbox = await (await fetch(`${url}/_cognito-lab/outbox`)).text();
  const codes = outbox.match(/(?<=")\d{6}(?=")/g) ?? [];
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = tokens;
  return { userPoolId: UserPoolId, made: [UserPoolClient.ClientSecret, AccessToken, IdToken, RefreshToken, ...codes] };
}
