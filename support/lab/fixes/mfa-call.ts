import { factsOf, livePool, ofPool } from './call-site';
import type { Change, Evidence } from './change';
import { keptMembers, setMember } from './kept-members';
import type { CliCall, MergedPart } from './shell-command';

const mfaFactors = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];

/**
 * Changes the MFA configuration, which SetUserPoolMfaConfig replaces as a whole (measured on AWS 2026-08).
 *
 * @throws NoCommand for factors of a pool that was not read just now
 */
export function mfaCall(changes: readonly Change[], evidence: Evidence): CliCall {
  const options = ofPool(evidence);
  const call = { name: 'set-user-pool-mfa-config', options };
  const from = { name: 'get-user-pool-mfa-config', options };
  const wanted = changes.find(({ setting }) => setting === 'MfaConfiguration')?.value;
  const passkeys = factsOf(evidence).Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN');
  if (wanted === 'OFF' && !passkeys) return { ...call, options: [...options, ['--mfa-configuration', 'OFF']] };
  const { mfaConfig } = evidence;
  if (mfaConfig && wanted !== 'OFF') {
    if (!evidence.isLive) livePool(evidence);
    const members = keptMembers(mfaConfig, ['MfaConfiguration', ...mfaFactors, 'WebAuthnConfiguration']);
    // A block without members is a factor, too.
    for (const name of mfaFactors)
      if (JSON.stringify((mfaConfig as Record<string, unknown>)[name]) === '{}') members[name] = { literal: {} };
    for (const { setting, value } of changes) setMember(members, setting.split('.'), value);
    return { ...call, input: { ...from, value: { members } } };
  }
  const merged: MergedPart[] = [
    {
      members: {
        MfaConfiguration: { literal: String(wanted) },
        // A factor for a pool that has none yet; its own ones come after, and win.
        ...(wanted !== 'OFF' && { SoftwareTokenMfaConfiguration: { literal: { Enabled: true } } }),
      },
    },
    ...[...(wanted === 'OFF' ? [] : mfaFactors), 'WebAuthnConfiguration'].map((ifThere) => ({ ifThere })),
  ];
  return { ...call, input: { ...from, value: { merged } } };
}
