import { expect } from 'chai';
import { announcement } from './announcement';

const options = {
  url: 'http://127.0.0.1:5229',
  host: '127.0.0.1',
  accountId: '123456789012',
  stateFile: undefined,
  quotas: false,
};

describe('what the sandbox says when it has started', () => {
  it('begins with the address of the console', () => {
    expect(announcement(options).split('\n')[0]).to.equal('Do the lab in a browser: http://127.0.0.1:5229/');
  });

  it('has the lines to paste', () => {
    expect(announcement(options).split('\n')).to.include.members([
      '  export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=http://127.0.0.1:5229',
      '  export AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1',
      "  $env:AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER='http://127.0.0.1:5229'",
    ]);
  });

  for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1'])
    it(`says nothing of others on ${host}`, () => {
      expect(announcement({ ...options, host })).not.to.contain('whoever');
    });

  for (const host of ['0.0.0.0', '::', '192.168.1.7', 'laptop'])
    it(`says plainly that others reach ${host}`, () => {
      expect(announcement({ ...options, host })).to.contain(`It listens on ${host}, not on this machine alone`);
    });

  it('says what is kept, and what is enforced', () => {
    expect(announcement(options)).to.contain('Nothing is kept');
    const text = announcement({ ...options, stateFile: 'state.json', quotas: true });
    expect(text).to.contain('state.json').and.to.contain('quotas');
  });
});
