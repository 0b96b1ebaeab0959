import { expect } from 'chai';
import { compare } from './compare-answers';
import { settingsOf, type Answers } from './comparable-settings';

const told = (before: Answers, after: Answers): string[] =>
  compare(settingsOf(before), settingsOf(after)).map(({ kind, path }) => `${kind} ${path}`);

const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'lab' };
const template = (texts: object): object => ({ VerificationMessageTemplate: { DefaultEmailOption: 'C', ...texts } });

describe('What is answered in two places', () => {
  it('is told once where it changes in both', () => {
    const answers = (MfaConfiguration: string, text: string, days: number): Answers => ({
      UserPool: {
        MfaConfiguration,
        EmailVerificationMessage: text,
        ...template({ EmailMessage: text }),
        Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: days, MinimumLength: 8 } },
        AdminCreateUserConfig: { UnusedAccountValidityDays: days, AllowAdminCreateUserOnly: false },
      },
      MfaConfig: { MfaConfiguration },
    });
    expect(told(answers('OFF', 'a', 7), answers('ON', 'b', 3))).to.have.members([
      'changed UserPool.MfaConfiguration',
      'changed UserPool.VerificationMessageTemplate.EmailMessage',
      'changed UserPool.Policies.PasswordPolicy.TemporaryPasswordValidityDays',
    ]);
  });

  it('is reported once for a trigger that is answered twice, changed, added or removed', () => {
    const answers = (arn?: string, LambdaVersion = 'V2_0'): Answers => ({
      UserPool: {
        Name: 'keke',
        ...(arn && {
          LambdaConfig: { PreTokenGeneration: arn, PreTokenGenerationConfig: { LambdaArn: arn, LambdaVersion } },
        }),
      },
    });
    const config = 'UserPool.LambdaConfig.PreTokenGenerationConfig';
    expect(told(answers('one'), answers('two'))).to.deep.equal([`changed ${config}.LambdaArn`]);
    expect(told(answers(), answers('two'))).to.deep.equal([`added ${config}`]);
    expect(told(answers('one'), answers())).to.deep.equal([`removed ${config}`]);
    expect(told(answers('one'), answers('one', 'V1_0'))).to.deep.equal([`changed ${config}.LambdaVersion`]);
  });

  it('is told where it changes in one of them only', () => {
    const pool = { UserPool: { MfaConfiguration: 'OFF' } };
    expect(
      told({ ...pool, MfaConfig: { MfaConfiguration: 'OFF' } }, { ...pool, MfaConfig: { MfaConfiguration: 'ON' } }),
    ).to.deep.equal(['changed MfaConfig.MfaConfiguration']);
    const texts = (old: string, present?: string): Answers => ({
      UserPool: { EmailVerificationMessage: old, ...template(present === undefined ? {} : { EmailMessage: present }) },
    });
    expect(told(texts('a', 'a'), texts('b', 'a'))).to.deep.equal(['changed UserPool.EmailVerificationMessage']);
    expect(told(texts('a', 'a'), texts('a'))).to.deep.equal([
      'removed UserPool.VerificationMessageTemplate.EmailMessage',
    ]);
  });

  it('is told where text messages become a second factor that could be sent before', () => {
    const answers = (factors: object): Answers => ({ UserPool: { SmsConfiguration }, MfaConfig: { ...factors } });
    expect(told(answers({}), answers({ SmsMfaConfiguration: { SmsConfiguration } }))).to.deep.equal([
      'added MfaConfig.SmsMfaConfiguration.SmsConfiguration',
    ]);
  });
});

describe('What differs of an app client', () => {
  const answers = (ClientName: string, RefreshTokenValidity: number): Answers => ({
    UserPoolClients: { '3b9y84th02d1vok4ocbcp91ilc': { ClientName, RefreshTokenValidity } },
  });
  const notes = (before: Answers, after: Answers): (string | undefined)[] =>
    compare(settingsOf(before), settingsOf(after)).map(({ note }) => note);

  it('says which one it is, because nobody knows it by its id', () => {
    expect(notes(answers('kekeclient', 30), answers('kekeclient', 5))).to.deep.equal(['App client "kekeclient".']);
  });

  it('does not repeat its name where that differs, or where it is gone', () => {
    expect(notes(answers('kekeclient', 30), answers('other', 30))).to.deep.equal([undefined]);
    expect(notes(answers('kekeclient', 30), { UserPoolClients: {} })).to.deep.equal([undefined]);
  });
});
