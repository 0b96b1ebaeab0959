import {
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListIdentityProvidersCommand,
  ListUserPoolClientsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExistingSimulation } from '../../fixtures/corpus/made-pool';
import { cliFiles } from '../../support/targets/submission/cli-folder';

interface Page {
  NextToken?: string;
  PaginationToken?: string;
}

/** Saves a pool as a learner does with the AWS CLI, which reads every list to its end and answers without tokens. */
export async function saveAsCliOutput({ owner, userPoolId }: ExistingSimulation, folder: string): Promise<void> {
  const UserPoolId = userPoolId;
  const providers = await allPages('Providers', (NextToken) =>
    owner.send(new ListIdentityProvidersCommand({ UserPoolId, MaxResults: 60, NextToken })),
  );
  const clients = await allPages('UserPoolClients', (NextToken) =>
    owner.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60, NextToken })),
  );
  const users = await allPages('Users', (PaginationToken) =>
    owner.send(new ListUsersCommand({ UserPoolId, Limit: 60, PaginationToken })),
  );
  mkdirSync(folder, { recursive: true });
  const save = (name: string, answer: object): void =>
    writeFileSync(join(folder, name), JSON.stringify({ ...answer, $metadata: undefined }, null, 4));
  save(cliFiles.DescribeUserPool, await owner.send(new DescribeUserPoolCommand({ UserPoolId })));
  save(cliFiles.ListIdentityProviders, { Providers: providers });
  save(cliFiles.ListUserPoolClients, { UserPoolClients: clients });
  save(cliFiles.ListUsers, { Users: users });
  const listed = clients as { ClientId?: string; ClientName?: string }[];
  // As with a learner, whose file is of the client that the lab names.
  const ClientId = listed.find(({ ClientName }) => ClientName === 'kekeclient')?.ClientId;
  if (ClientId)
    save(
      cliFiles.DescribeUserPoolClient,
      await owner.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })),
    );
}

async function allPages<Member extends string>(
  member: Member,
  read: (token?: string) => Promise<Page & Partial<Record<Member, object[]>>>,
): Promise<object[]> {
  const all: object[] = [];
  let token: string | undefined;
  do {
    const answer = await read(token);
    all.push(...(answer[member] ?? []));
    token = answer.NextToken ?? answer.PaginationToken;
  } while (token);
  return all;
}
