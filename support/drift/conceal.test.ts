import { expect } from 'chai';
import { concealed, concealText, openProviderDetails } from './conceal';
import { settingsOf } from './settings';

describe('What drift keeps of a pool', () => {
  it('has accounts and telephone numbers masked but for their last four digits', () => {
    expect(concealText('arn:aws:lambda:us-east-1:123456789012:function:x')).to.equal(
      'arn:aws:lambda:us-east-1:********9012:function:x',
    );
    expect(concealText('call +15550100123 now')).to.equal('call +*******0123 now');
    expect(concealText('a+b, +5 days, 1+15')).to.equal('a+b, +5 days, 1+15');
  });

  it('has mail addresses masked, and one still differs from another', () => {
    const [one, other] = ['identity/jane@example.com', 'identity/john@evil.example'].map(concealText);
    expect(one).to.match(/^identity\/j\*\*\*@e\*\*\* \([0-9a-f]{8}\)$/);
    expect(other)
      .to.match(/^identity\/j\*\*\*@e\*\*\* \([0-9a-f]{8}\)$/)
      .and.not.to.equal(one);
    expect(concealText(one ?? '')).to.equal(one);
  });

  it('has no credentials of web addresses', () => {
    expect(concealText('https://keke:pw@example.com/a')).to.equal('https://***@example.com/a');
  });

  it('has details of an identity provider only where they are known to be none of a secret', () => {
    expect(
      openProviderDetails({ client_id: 'a', client_secret: 'b', private_key: 'c', something_new: 'd' }),
    ).to.deep.equal({ client_id: 'a', client_secret: concealed, private_key: concealed, something_new: concealed });
  });

  it('has no address in the names of tags', () => {
    const { UserPool } = settingsOf({ UserPool: { UserPoolTags: { 'jane@example.com': '1' } } });
    expect(JSON.stringify(UserPool)).not.to.contain('jane@');
  });
});
