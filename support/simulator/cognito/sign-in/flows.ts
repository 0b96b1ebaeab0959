import type { AuthFlowType, ExplicitAuthFlowsType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import type { ClientRecord } from '../records';
import { isRotating } from '../users/client-access';
import type { SignInAttempt, SignInOutcome } from './sign-in-attempt';
import { beginUserAuth } from './user-auth';
import { signInByPassword } from './password';
import { refresh } from './refresh';
import { beginSrpAuth } from './srp-auth';

interface Flow {
  /** Any of which lets a client use the flow. */
  allowedBy: ExplicitAuthFlowsType[];
  refusal: string;
  onlyByAdmin?: boolean;
  begin: (attempt: SignInAttempt) => Promise<SignInOutcome> | SignInOutcome;
}

const adminPassword: Flow = {
  allowedBy: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  refusal: 'Auth flow not enabled for this client',
  onlyByAdmin: true,
  begin: signInByPassword,
};

/** A client of the old kind names what it has beyond SRP and refreshing, which it always has (documented). */
const legacyFlows: ExplicitAuthFlowsType[] = ['ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH'];

const refreshing: Flow = {
  allowedBy: ['ALLOW_REFRESH_TOKEN_AUTH', 'CUSTOM_AUTH_FLOW_ONLY', ...legacyFlows],
  refusal: 'Auth flow not enabled for this client',
  begin: refresh,
};

/** Where a client names no flows, it has these (documented). */
const defaultFlows: ExplicitAuthFlowsType[] = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

/** The refusal of USER_PASSWORD_AUTH is recorded from AWS 2026-09; the others are unverified. */
const flows: Partial<Record<AuthFlowType, Flow>> = {
  USER_PASSWORD_AUTH: {
    allowedBy: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
    refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
    begin: signInByPassword,
  },
  ADMIN_USER_PASSWORD_AUTH: adminPassword,
  ADMIN_NO_SRP_AUTH: adminPassword,
  USER_SRP_AUTH: {
    allowedBy: ['ALLOW_USER_SRP_AUTH', ...legacyFlows],
    refusal: 'USER_SRP_AUTH is not enabled for the client.',
    begin: beginSrpAuth,
  },
  USER_AUTH: {
    allowedBy: ['ALLOW_USER_AUTH'],
    refusal: 'USER_AUTH flow not enabled for this client',
    begin: beginUserAuth,
  },
  REFRESH_TOKEN: refreshing,
  REFRESH_TOKEN_AUTH: refreshing,
  CUSTOM_AUTH: {
    allowedBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
    refusal: 'CUSTOM_AUTH is not enabled for the client.',
    begin: () => {
      throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.');
    },
  },
};

/**
 * Begins a sign-in.
 *
 * @throws CognitoError `InvalidParameterException` where the client may not use the flow
 */
export async function beginSignIn(attempt: SignInAttempt, name: AuthFlowType): Promise<SignInOutcome> {
  const flow = flows[name];
  // Recorded from AWS 2026-09 for an administrator's flow on the public operation.
  if (!flow || (flow.onlyByAdmin && !attempt.byAdmin)) throw invalidParameter('Initiate Auth method not supported.');
  const isRefused = !allows(attempt.client, flow) && !(flow === refreshing && isRotating(attempt.client));
  if (isRefused) throw invalidParameter(flow.refusal);
  return flow.begin(attempt);
}

const allows = ({ settings }: ClientRecord, { allowedBy }: Flow): boolean => {
  const allowed = settings.ExplicitAuthFlows?.length ? settings.ExplicitAuthFlows : defaultFlows;
  return allowedBy.some((flow) => allowed.includes(flow));
};
