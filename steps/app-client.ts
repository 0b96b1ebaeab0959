import { Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import type { LabWorld } from '../support/runner/world/world';

Then('there should be an app client named {string}', async function (this: LabWorld, name: string) {
  const reader = await this.reader();
  const clients = await reader.clients();
  const alike = clients.flatMap(({ ClientName, ClientId = '' }) => (ClientName === name ? [ClientId] : []));
  const described = alike.length ? await reader.anyAppClient(alike) : undefined;
  const names = clients.map(({ ClientName = '' }) => ClientName);
  this.attest([
    {
      setting: 'UserPoolClients[].ClientName',
      expected: name,
      actual: names,
      source: 'ListUserPoolClients',
      assert: () => expect(names, 'the names of the app clients').to.include(name),
    },
    ...(described
      ? [
          {
            setting: 'UserPoolClient.ClientName',
            expected: name,
            actual: described.ClientName,
            source: 'DescribeUserPoolClient',
            assert: () => expect(described.ClientName, 'the name of the app client').to.equal(name),
          },
        ]
      : []),
  ]);
});
