import { expect } from 'chai';
import { readCredential } from './authorization';

const signed = (credential: string) =>
  `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=0f`;

const refusal = (authorization: string | undefined): { code: string; message: string } => {
  try {
    readCredential(authorization);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('accepted');
};

describe('the Authorization header', () => {
  it('says who calls, and in which region', () => {
    expect(readCredential(signed('AKID/20261123/eu-central-1/cognito-idp/aws4_request'))).to.deep.equal({
      accessKeyId: 'AKID',
      region: 'eu-central-1',
    });
  });

  it('may do without blanks between its parameters', () => {
    const header = signed('AKID/20261123/eu-central-1/cognito-idp/aws4_request').replaceAll(', ', ',');
    expect(readCredential(header).region).to.equal('eu-central-1');
  });

  it('must be there', () => {
    expect(refusal(undefined)).to.include({
      code: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  });

  for (const header of ['', 'nonsense', 'Bearer abc', 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e'])
    it(`must be complete: ${JSON.stringify(header)}`, () => {
      expect(refusal(header).code).to.equal('IncompleteSignatureException');
    });

  it('is not repeated in the refusal', () => {
    expect(refusal('Bearer very-secret').message).not.to.contain('very-secret');
    expect(refusal('AWS4-HMAC-SHA256 Signature=very-secret').message).not.to.contain('very-secret');
  });

  for (const scope of ['AKID', 'AKID/20261123/us-east-1/cognito-idp', 'A/20261123/u s/cognito-idp/aws4_request/more'])
    it(`must have a whole scope: ${scope}`, () => {
      expect(refusal(signed(scope)).code).to.equal('IncompleteSignatureException');
    });

  it('must be for this service', () => {
    expect(refusal(signed('AKID/20261123/us-east-1/s3/aws4_request')).code).to.equal('InvalidSignatureException');
  });
});
