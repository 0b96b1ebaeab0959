import { expect } from 'chai';
import model from '../../fixtures/model/cognito-idp.json';
import { isReader, isRepeatable } from './reading-operations';

/** What begins like a reader and is none: it sends a message, gives out a token, or shows a secret. */
const misnamed = [
  'GetClientToken',
  'GetTokensFromRefreshToken',
  'GetUserAttributeVerificationCode',
  'ListUserPoolClientSecrets',
];

describe('An operation of the model that reads', () => {
  const operations = Object.keys(model.operations);

  it('is one whose name says so, but for four', () => {
    const named = operations.filter((name) => /^(Admin)?(Describe|Get|List)/.test(name));
    expect(operations.filter(isReader)).to.have.members(named.filter((name) => !misnamed.includes(name)));
    expect(named).to.include.members(misnamed);
  });

  it('may be sent again, as few others may', () => {
    expect(operations.filter((name) => isRepeatable(name) && !isReader(name))).to.have.members([
      'AdminSetUserPassword',
      'DeleteUserPool',
      'DeleteUserPoolClient',
      'DeleteUserPoolDomain',
      'InitiateAuth',
      'SetUserPoolMfaConfig',
      'UpdateUserPool',
    ]);
  });
});
