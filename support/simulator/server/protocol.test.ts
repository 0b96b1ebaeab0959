import { expect } from 'chai';
import { CognitoError, userNotFound } from '../cognito/errors';
import { failure, operationOf, speaksProtocol, success } from './protocol';

const request = (headers: Record<string, string>) => ({
  method: 'POST',
  path: '/',
  headers,
  query: '',
  body: Buffer.alloc(0),
});
const targeting = (target: string) => request({ 'x-amz-target': target });

describe('the JSON 1.1 protocol', () => {
  it('names the operation in a header', () => {
    expect(operationOf(targeting('AWSCognitoIdentityProviderService.SignUp'))).to.equal('SignUp');
  });

  for (const target of [
    '',
    'SignUp',
    'AWSCognitoIdentityProviderService.',
    'DynamoDB_20120810.SignUp',
    'AWSCognitoIdentityProviderService.signUp',
    'AWSCognitoIdentityProviderService.constructor',
    'AWSCognitoIdentityProviderService.__proto__',
  ])
    // prettier-ignore
    it(`knows no operation by ${JSON.stringify(target)}`, () => {
      expect(() => operationOf(targeting(target))).to.throw(CognitoError).with.property('code', 'UnknownOperationException'); // prettier-ignore
    });

  it('goes by its content type, with parameters or without', () => {
    expect(speaksProtocol(request({ 'content-type': 'application/x-amz-json-1.1' }))).to.equal(true);
    expect(speaksProtocol(request({ 'content-type': 'Application/X-Amz-Json-1.1; charset=utf-8' }))).to.equal(true);
    expect(speaksProtocol(request({ 'content-type': 'text/plain' }))).to.equal(false);
    expect(speaksProtocol(request({}))).to.equal(false);
  });

  it('writes times as epoch seconds, with milliseconds as a fraction', () => {
    const { body } = success('DescribeUserPool', { UserPool: { CreationDate: new Date(1790259998585) } }, 'id');
    expect(body).to.equal('{"UserPool":{"CreationDate":1790259998.585}}');
  });

  it('leaves out what is not there, and keeps a key that names a prototype', () => {
    const tags = JSON.parse('{"__proto__":"x"}') as object;
    expect(success('DescribeUserPool', { a: undefined, tags }, 'id').body).to.equal('{"tags":{"__proto__":"x"}}');
  });

  for (const operation of [
    'AdminAddUserToGroup',
    'AdminRemoveUserFromGroup',
    'DeleteGroup',
    'AdminDeleteUser',
    'DeleteUserPool',
    'DeleteUserPoolClient',
  ])
    // prettier-ignore
    it(`answers 0 bytes to ${operation}, as recorded from AWS`, () => {
      expect(success(operation, {}, 'id').body).to.equal('');
    });

  for (const operation of [
    'AdminSetUserPassword',
    'AdminConfirmSignUp',
    'AdminEnableUser',
    'AdminDisableUser',
    'ChangePassword',
    'UpdateUserPool',
    'RevokeToken',
    'AdminUserGlobalSignOut',
  ])
    // prettier-ignore
    it(`answers an empty object to ${operation}, as recorded from AWS`, () => {
      expect(success(operation, {}, 'id').body).to.equal('{}');
    });

  it('refuses with AWS’s body and headers', () => {
    expect(failure(userNotFound(), 'id')).to.deep.equal({
      status: 400,
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'x-amzn-RequestId': 'id',
        'x-amzn-ErrorType': 'UserNotFoundException:',
        'x-amzn-ErrorMessage': 'User does not exist.',
      },
      body: '{"__type":"UserNotFoundException","message":"User does not exist."}',
    });
  });

  for (const message of ['two\nlines', 'Übung', 'x'.repeat(1025)])
    it(`leaves the header out for a text that it cannot hold: ${message.slice(0, 10)}`, () => {
      const { headers, body } = failure(new CognitoError('A', message), 'id');
      expect(headers).not.to.have.property('x-amzn-ErrorMessage');
      expect(JSON.parse(body)).to.deep.equal({ __type: 'A', message });
    });
});
