import { Then } from '@cucumber/cucumber';
import { equalTo, including } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Then('there should be an app client named {string}', async function (this: LabWorld, name: string) {
  const settings = await this.settings();
  const described = await settings.clientName(name);
  this.verify(
    { ...(await settings.clientNames()), should: including(name) },
    ...described.map((reading) => ({ ...reading, should: equalTo(name) })),
  );
});
