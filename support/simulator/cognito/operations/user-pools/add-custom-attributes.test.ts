import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const aws = 'InvalidParameterException: ';

describe('custom attributes', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  it('are added', async () => {
    const { Id } = await simulation.createPool();
    const CustomAttributes = [{ Name: 'team', AttributeDataType: 'String', Mutable: true }];
    expect(await simulation.call('AddCustomAttributes', { UserPoolId: Id, CustomAttributes })).to.deep.equal({});
    const names = (await simulation.describePool(Id)).SchemaAttributes?.map(({ Name }) => Name) ?? [];
    expect(names.slice(names.indexOf('zoneinfo'), names.indexOf('locale') + 1)).to.deep.equal([
      'zoneinfo',
      'custom:team',
      'locale',
    ]);
    expect(await simulation.refusal('AddCustomAttributes', { UserPoolId: Id, CustomAttributes })).to.equal(
      `${aws}custom:team: Existing attribute already has name custom:team.`,
    );
  });

  it("are told from the developer's own, and refused where those are there already", async () => {
    const own = [{ Name: 'team', AttributeDataType: 'String', DeveloperOnlyAttribute: true }];
    const { Id } = await simulation.createPool({ Schema: own });
    const add = (CustomAttributes: object[]) =>
      simulation.refusal('AddCustomAttributes', { UserPoolId: Id, CustomAttributes });
    expect(await add(own)).to.equal(`${aws}custom:team: Existing attribute already has name dev:custom:team.`);
    expect(await add([{ Name: 'team', AttributeDataType: 'String' }])).to.equal('accepted');
  });

  it('are fifty at most', async () => {
    const { Id } = await simulation.createPool();
    const add = (from: number, count: number) =>
      simulation.refusal('AddCustomAttributes', {
        UserPoolId: Id,
        CustomAttributes: Array.from({ length: count }, (_, at) => ({
          Name: `a${from + at}`,
          AttributeDataType: 'String',
        })),
      });
    expect(await add(0, 25)).to.equal('accepted');
    expect(await add(25, 25)).to.equal('accepted');
    expect(await add(50, 1)).to.match(/^InvalidParameterException: .*50/);
  });
});
