import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StsStandIn {
  url: string;
  /** The parameters of each call, as they were sent. */
  asked: Record<string, string>[];
  close(): Promise<unknown>;
}

interface Key {
  secretAccessKey: string;
  sessionToken: string;
}

/** Whose the role of an ARN is. */
const accountOf = (roleArn: string): string => roleArn.split(':')[4] ?? '';

/**
 * STS on loopback. Everybody is of one account, but whoever has assumed a role, who is of the role's.
 *
 * @param denied whether a role cannot be assumed
 * @param key the secrets of every session
 */
export async function startSts(
  account: string,
  denied: (roleArn: string) => boolean = () => false,
  key: Key = { secretAccessKey: 'secret', sessionToken: 'token' },
): Promise<StsStandIn> {
  const asked: Record<string, string>[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const call = Object.fromEntries(new URLSearchParams(body));
      asked.push(call);
      const { Action = '', RoleArn = '' } = call;
      const refused = Action === 'AssumeRole' && denied(RoleArn);
      response.writeHead(refused ? 403 : 200, { 'Content-Type': 'text/xml' });
      if (refused) return response.end(denial(RoleArn));
      // Who calls can be told from the key that the request is signed with.
      const assumed = /Credential=ASIA(\d{12})/.exec(request.headers.authorization ?? '')?.[1];
      return response.end(Action === 'AssumeRole' ? session(RoleArn, key) : identity(assumed ?? account));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

const answer = (action: string, result: string): string =>
  `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`;

const identity = (account: string): string =>
  answer(
    'GetCallerIdentity',
    `<Arn>arn:aws:iam::${account}:user/keke</Arn><UserId>AIDAKEKE</UserId><Account>${account}</Account>`,
  );

const session = (roleArn: string, { secretAccessKey, sessionToken }: Key): string =>
  answer(
    'AssumeRole',
    `<Credentials><AccessKeyId>ASIA${accountOf(roleArn)}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`,
  );

const denial = (roleArn: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/keke is not authorized to perform: sts:AssumeRole on resource: ${roleArn}</Message></Error></ErrorResponse>`;
