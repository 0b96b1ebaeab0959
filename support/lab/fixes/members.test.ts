import { expect } from 'chai';
import model from '../../../fixtures/model/cognito-idp.json';
import {
  clientMembers,
  fixedPoolMembers,
  renamedPoolMembers,
  unsentClientMembers,
  unsentPoolMembers,
  updatedPoolMembers,
} from './members';

const shapes = model.shapes as unknown as Record<string, { members?: object }>;
const membersOf = (shape: string): string[] => Object.keys(shapes[shape]?.members ?? {});

const newNames = Object.keys(renamedPoolMembers);
const oldNames = Object.values(renamedPoolMembers);

/** By AWS's published model, so that a member which AWS adds is told, or is known not to be. */
describe('The members that a fix tells AWS', () => {
  it('are every member of UpdateUserPool', () => {
    expect([...updatedPoolMembers, ...newNames, 'UserPoolId']).to.have.members(membersOf('UpdateUserPoolRequest'));
  });

  it('are every member of CreateUserPool', () => {
    expect([...updatedPoolMembers, ...newNames, ...fixedPoolMembers, 'Schema']).to.have.members(
      membersOf('CreateUserPoolRequest'),
    );
  });

  it('leave nothing of a described pool out unnoticed', () => {
    expect([
      ...updatedPoolMembers,
      ...oldNames,
      ...fixedPoolMembers,
      ...unsentPoolMembers,
      'SchemaAttributes',
    ]).to.have.members(membersOf('UserPoolType'));
  });

  it('are every member of UpdateUserPoolClient', () => {
    expect([...clientMembers, 'UserPoolId', 'ClientId']).to.have.members(membersOf('UpdateUserPoolClientRequest'));
  });

  it('are every member of CreateUserPoolClient', () => {
    expect([...clientMembers, 'UserPoolId', 'GenerateSecret', 'ClientSecret']).to.have.members(
      membersOf('CreateUserPoolClientRequest'),
    );
  });

  it('leave nothing of a described app client out unnoticed', () => {
    expect([...clientMembers, ...unsentClientMembers]).to.have.members(membersOf('UserPoolClientType'));
  });

  it('have the same shape where they are told and where they are answered', () => {
    for (const [told, answered, names] of [
      ['UpdateUserPoolRequest', 'UserPoolType', updatedPoolMembers],
      ['CreateUserPoolRequest', 'UserPoolType', [...updatedPoolMembers, ...fixedPoolMembers]],
      ['UpdateUserPoolClientRequest', 'UserPoolClientType', clientMembers],
    ] as const)
      for (const name of names)
        expect((shapes[told]?.members as Record<string, unknown>)[name], name).to.deep.equal(
          (shapes[answered]?.members as Record<string, unknown>)[name],
        );
  });
});
