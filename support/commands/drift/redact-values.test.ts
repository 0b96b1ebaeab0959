import { expect } from 'chai';
import { redactSecret, redactText, redactProviderDetails } from './redact-values';
import { settingsOf } from './comparable-settings';

describe('What drift keeps of a pool', () => {
  it('has accounts and telephone numbers masked but for their last four digits', () => {
    expect(redactText('arn:aws:lambda:us-east-1:123456789012:function:x')).to.match(
      /^arn:aws:lambda:us-east-1:\*{8}9012 \([0-9a-f]{4}\):function:x$/,
    );
    expect(redactText('call +15550100123 now')).to.match(/^call \+\*{7}0123 \([0-9a-f]{4}\) now$/);
    expect(redactText('a+b, +5 days, 1+15')).to.equal('a+b, +5 days, 1+15');
  });

  it('has mail addresses masked', () => {
    expect(redactText('identity/jane@example.com')).to.match(/^identity\/j\*\*\*@e\*\*\* \([0-9a-f]{4}\)$/);
  });

  it('has no credentials of web addresses', () => {
    expect(redactText('https://keke:p@w@example.com/a@b?c')).to.match(
      /^https:\/\/\*\*\* \([0-9a-f]{4}\)@example\.com\/a@b\?c$/,
    );
  });

  const alike = {
    'accounts with the same last digits': ['arn:aws:iam::111122223333:role/r', 'arn:aws:iam::999922223333:role/r'],
    'telephone numbers with the same last digits': ['+15550100123', '+15559990123'],
    'addresses with the same first letters': ['jane@example.com', 'john@evil.example'],
    'sign-ins to the same web address': ['https://keke:one@example.com/', 'https://keke:two@example.com/'],
  };
  for (const [what, [one = '', other = '']] of Object.entries(alike))
    it(`still tells apart ${what}, and says the same of the same, once or twice`, () => {
      expect(redactText(one)).not.to.equal(redactText(other));
      expect(redactText(one)).to.equal(redactText(one));
      expect(redactText(redactText(one))).to.equal(redactText(one));
    });

  it('tells a secret from another one without telling either', () => {
    expect(redactSecret('a-secret')).to.match(/^set, not shown \([0-9a-f]{4}\)$/);
    expect(redactSecret('a-secret')).not.to.equal(redactSecret('another-secret'));
  });

  it('has details of an identity provider only where they are known to be none of a secret', () => {
    expect(
      redactProviderDetails({ client_id: 'a', client_secret: 'b', private_key: 'c', something_new: 'd' }),
    ).to.deep.equal({
      client_id: 'a',
      client_secret: redactSecret('b'),
      private_key: redactSecret('c'),
      something_new: redactSecret('d'),
    });
  });

  it('has no address and no account in a name either, of a tag or of a domain', () => {
    const kept = settingsOf({
      UserPool: { UserPoolTags: { 'jane@example.com': '1' } },
      Domains: { 'keke-123456789012': { ManagedLoginVersion: 1 } },
    });
    expect(JSON.stringify(kept)).not.to.contain('jane@').and.not.to.contain('123456789012');
  });
});
