import { Then, type DataTable } from '../support/runner/cucumber/definitions';
import { phrases, type NamedSetting, type Relation } from '../support/lab/phrases';
import type { LabWorld } from '../support/runner/world/world';

Then(
  phrases.compare.expression,
  function (this: LabWorld, named: NamedSetting, relation: Relation, value: string): Promise<void> {
    return this.verifySetting(named, relation, value);
  },
);

Then(
  phrases.compareBelow.expression,
  function (this: LabWorld, named: NamedSetting, relation: Relation, below?: DataTable | string): Promise<void> {
    return this.verifySetting(named, relation, typeof below === 'object' ? below.raw() : below);
  },
);

Then(phrases.isSet.expression, function (this: LabWorld, named: NamedSetting): Promise<void> {
  return this.verifySetting(named, 'be set');
});

Then(phrases.isNotSet.expression, function (this: LabWorld, named: NamedSetting): Promise<void> {
  return this.verifySetting(named, 'not be set');
});

Then(
  phrases.each.expression,
  function (this: LabWorld, named: NamedSetting, relation: Relation, value: string): Promise<void> {
    return this.verifySetting(named, relation, value, true);
  },
);
