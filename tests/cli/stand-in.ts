import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a stand-in endpoint answers an operation: as AWS would a right pool, or otherwise. */
export type Answer = (operation: string, response: ServerResponse, input: Record<string, unknown>) => void;

const userPoolId = 'us-east-1_AbCdEf123';

/** What AWS answers about a pool that is what the lab asks for. */
export const rightAnswers: Record<string, object> = {
  DescribeUserPool: {
    UserPool: {
      Id: userPoolId,
      Name: 'keke',
      Arn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${userPoolId}`,
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      MfaConfiguration: 'OFF',
      SchemaAttributes: ['sub', 'name', 'preferred_username', 'phone_number'].map((Name) => ({ Name, Required: true })),
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    },
  },
  ListUserPoolClients: { UserPoolClients: [{ ClientId: 'abc', ClientName: 'kekeclient', UserPoolId: userPoolId }] },
  DescribeUserPoolClient: { UserPoolClient: { ClientId: 'abc', ClientName: 'kekeclient', UserPoolId: userPoolId } },
  ListUsers: { Users: [{ Username: 'keke', Attributes: [{ Name: 'email', Value: 'keke@example.com' }] }] },
  ListIdentityProviders: { Providers: [] },
};

/** Answers with a body of AWS's protocol. */
export const reply = (
  response: ServerResponse,
  status: number,
  body: unknown,
  type = 'application/x-amz-json-1.1',
): void => {
  response.writeHead(status, { 'content-type': type });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

export const asRight = (operation: string, response: ServerResponse): void =>
  reply(response, 200, rightAnswers[operation] ?? {});

export interface StandIn {
  url: string;
  /** The operations that were asked for, attempt by attempt. */
  asked: string[];
  close(): Promise<void>;
}

/** What a call asks for; those of STS are no JSON. */
function inputOf(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

/** An endpoint on loopback that says what it is told to: for what no emulator can be made to do. */
export async function startStandIn(answer: Answer): Promise<StandIn> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const operation = String(request.headers['x-amz-target']).split('.').pop() ?? '';
    asked.push(operation);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(operation, response, inputOf(Buffer.concat(chunks).toString())));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
