/** AWS's default password policy, "Cognito defaults" in the tutorial (documented, and recorded from AWS 2026-09). */
export const defaultPasswordPolicy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
} as const;
