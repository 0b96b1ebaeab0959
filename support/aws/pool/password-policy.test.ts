import { expect } from 'chai';
import { CouldNotLook } from '../../common/could-not-look';
import { effectivePasswordPolicy } from './password-policy';

describe('The password policy in force', () => {
  it('remembers no passwords where AWS does not say that it does', () => {
    expect(effectivePasswordPolicy({ Policies: { PasswordPolicy: {} } })).to.include({ PasswordHistorySize: 0 });
    const policy = effectivePasswordPolicy({ Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } });
    expect(policy).to.include({ PasswordHistorySize: 3 });
  });

  it('takes the days of the setting that came before, until the new one is there', () => {
    const AdminCreateUserConfig = { UnusedAccountValidityDays: 7 };
    expect(effectivePasswordPolicy({ Policies: { PasswordPolicy: {} }, AdminCreateUserConfig })).to.include({
      TemporaryPasswordValidityDays: 7,
    });
    const Policies = { PasswordPolicy: { TemporaryPasswordValidityDays: 1 } };
    expect(effectivePasswordPolicy({ Policies, AdminCreateUserConfig })).to.include({
      TemporaryPasswordValidityDays: 1,
    });
  });

  it('is not known where there is none', () => {
    expect(() => effectivePasswordPolicy({ Policies: {} })).to.throw(CouldNotLook, 'Policies.PasswordPolicy');
  });
});
