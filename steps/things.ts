import { Then } from '../support/runner/cucumber/definitions';
import { phrases, type Thing } from '../support/lab/phrases';
import { settingNamed } from '../support/lab/settings';
import { equalTo, including, not } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Then(phrases.exists.expression, async function (this: LabWorld, thing: Thing, name: string) {
  const settings = await this.settings();
  const described = thing === 'app client' ? await settings.clientName(name) : [];
  this.verify(
    { ...(await settings.names(thing, name)), should: including(name) },
    ...described.map((reading) => ({ ...reading, should: equalTo(name) })),
  );
});

Then(phrases.doesNotExist.expression, async function (this: LabWorld, thing: Thing, name: string) {
  this.verify({ ...(await (await this.settings()).names(thing, name)), should: not(including(name)) });
});

const setting = settingNamed('groups', 'user')!;

Then(phrases.member.expression, function (this: LabWorld, name: string, group: string): Promise<void> {
  return this.verifySetting({ setting, name }, 'include', [[group]]);
});

Then(phrases.noMember.expression, function (this: LabWorld, name: string, group: string): Promise<void> {
  return this.verifySetting({ setting, name }, 'not include', [[group]]);
});
