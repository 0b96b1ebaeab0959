import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  AdminListGroupsForUserCommand,
  DescribeIdentityProviderCommand,
  DescribeRiskConfigurationCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  GetLogDeliveryConfigurationCommand,
  GetUserPoolMfaConfigCommand,
  ListGroupsCommand,
  ListIdentityProvidersCommand,
  ListResourceServersCommand,
  ListUserPoolClientsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import type { Operation } from '../../support/aws/answer-shapes';
import type { CheckResult } from '../../support/lab/result/result';
import { settings } from '../../support/lab/settings';
import { planOf } from '../../support/lab/solution/choices';
import { runLab } from '../../support/runner/run-lab';
import { LabSession } from '../../support/runner/session/lab-session';
import { simulate } from '../../support/targets/mock/simulate';
import { openSnapshot } from '../../support/targets/snapshot-target';
import { allFiles } from '../../support/targets/submission/cli-folder';
import { idOf, labOfExamples, solutionWith } from './lab-of-examples';

const lab = labOfExamples();

/** The pool in which every setting is right, as a learner saves it with the AWS CLI: file by file. */
async function save(folder: string): Promise<void> {
  const target = simulate(planOf(solutionWith()));
  const { client } = target;
  try {
    const { userPoolId: UserPoolId } = await target.complete();
    const write = async (name: string, answer: Promise<object>): Promise<void> => {
      const { $metadata: _, ...rest } = (await answer) as { $metadata?: object };
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), JSON.stringify(rest));
    };
    const { UserPoolClients = [] } = await client.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }));
    const [web] = UserPoolClients;
    const Username = 'keke@example.com';
    await write(allFiles.DescribeUserPool, client.send(new DescribeUserPoolCommand({ UserPoolId })));
    await write(allFiles.ListUserPoolClients, Promise.resolve({ UserPoolClients }));
    await write(
      allFiles.DescribeUserPoolClient,
      client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId: web?.ClientId })),
    );
    await write(
      allFiles.ListIdentityProviders,
      client.send(new ListIdentityProvidersCommand({ UserPoolId, MaxResults: 60 })),
    );
    await write(allFiles.ListUsers, client.send(new ListUsersCommand({ UserPoolId })));
    await write(allFiles.GetUserPoolMfaConfig, client.send(new GetUserPoolMfaConfigCommand({ UserPoolId })));
    await write(allFiles.DescribeRiskConfiguration, client.send(new DescribeRiskConfigurationCommand({ UserPoolId })));
    await write(
      allFiles.GetLogDeliveryConfiguration,
      client.send(new GetLogDeliveryConfigurationCommand({ UserPoolId })),
    );
    await write(allFiles.ListGroups, client.send(new ListGroupsCommand({ UserPoolId })));
    await write(
      allFiles.ListResourceServers,
      client.send(new ListResourceServersCommand({ UserPoolId, MaxResults: 50 })),
    );
    for (const Domain of ['lab-sign-in', 'auth.example.com'])
      await write(`user-pool-domains/${Domain}.json`, client.send(new DescribeUserPoolDomainCommand({ Domain })));
    for (const ProviderName of ['campus', 'partner'])
      await write(
        `identity-providers/${ProviderName}.json`,
        client.send(new DescribeIdentityProviderCommand({ UserPoolId, ProviderName })),
      );
    await write(
      `groups-of-users/${Username}.json`,
      client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username })),
    );
  } finally {
    await target.close();
  }
}

async function checksOn(folder: string): Promise<CheckResult[]> {
  const { tasks } = await runLab(lab, new LabSession(openSnapshot(folder)));
  return tasks.flatMap(({ checks }) => checks);
}

describe('Every setting, in a folder of AWS CLI output', () => {
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-cli-'));
    await save(folder);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read', async () => {
    const wrong = (await checksOn(folder)).filter(({ status }) => status !== 'passed');
    expect(wrong.map(({ id, reason }) => `${id}: ${reason}`)).to.deep.equal([]);
  });

  const needed: Record<string, string[]> = {
    'get-user-pool-mfa-config.json': ['GetUserPoolMfaConfig'],
    'describe-risk-configuration.json': ['DescribeRiskConfiguration'],
    'get-log-delivery-configuration.json': ['GetLogDeliveryConfiguration'],
    'list-groups.json': ['ListGroups'],
    'list-resource-servers.json': ['ListResourceServers'],
    'groups-of-users/keke@example.com.json': ['AdminListGroupsForUser'],
    'user-pool-domains/auth.example.com.json': ['DescribeUserPoolDomain'],
  };
  for (const [file, operations] of Object.entries(needed))
    it(`is an error that names ${file} where that is missing, and nothing else`, async () => {
      unlinkSync(join(folder, file));
      const wrong = (await checksOn(folder)).filter(({ status }) => status !== 'passed');
      const readByIt = settings.filter(({ read }) => operations.includes(read.operation));
      expect(wrong.map(({ id }) => id)).to.have.members(readByIt.map(idOf));
      for (const { status, reason, remedy } of wrong) {
        expect(status).to.equal('error');
        const names = [file, dirname(file), ...operations.map((operation) => allFiles[operation as Operation])];
        expect(
          names.some((name) => `${reason} ${remedy}`.includes(name)),
          reason,
        ).to.equal(true);
      }
    });

  for (const [file, answer] of Object.entries({
    'get-user-pool-mfa-config.json': {},
    'describe-risk-configuration.json': { RiskConfiguration: { CompromisedCredentialsRiskConfiguration: 'on' } },
    'list-resource-servers.json': { ResourceServers: [{ Identifier: 'x', Scopes: 'read' }] },
    'list-groups.json': { Groups: 'admins' },
  }))
    it(`is an error where ${file} is not what AWS answers`, async () => {
      writeFileSync(join(folder, file), JSON.stringify(answer));
      const wrong = (await checksOn(folder)).filter(({ status }) => status !== 'passed');
      expect(wrong).not.to.be.empty;
      for (const { id, status, reason } of wrong) {
        // Without a configuration nothing is blocked: that is what AWS means by it.
        if (status === 'failed' && file.includes('risk')) continue;
        expect(status, `${id}: ${reason}`).to.equal('error');
        expect(reason).to.not.include('unexpected');
      }
    });
});
