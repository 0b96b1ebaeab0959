/** A setting of the pool that a failed check wants otherwise. */
export interface Change {
  /** The operation that answered the setting: `DescribeUserPool`. */
  source: string;
  /** Its path in the answer, after the wrapper: `Policies.PasswordPolicy.MinimumLength`. */
  setting: string;
  /** The value wanted, as AWS writes it; null for none. Absent for any. */
  value?: unknown;
  /** The name of the app client, of one of its settings. */
  client?: string;
  /** The name of the group, user, resource server or identity provider, of one of its settings. */
  thing?: string;
}

/** What a check found wrong. */
export interface FailedCheck {
  id: string;
  /** Absent where the expectation names no value: `any name`. */
  changes: Change[];
}

/** The answers that the checks read, not masked. Nothing of them but names is ever copied into a command. */
export interface Evidence {
  userPoolId: string;
  /** The region and endpoint that the commands have to name. The endpoint only where it is not AWS's own. */
  place: { region?: string; endpoint?: string };
  /** A live pool was read just now; a saved one may have changed since, or be incomplete. */
  isLive: boolean;
  pool?: object;
  /** Absent where they were not read. */
  clients?: readonly { ClientId?: string; ClientName?: string }[];
  /** The app clients that were described, by id. */
  describedClients: Readonly<Record<string, object>>;
  /** The MFA configuration, where it was read. */
  mfaConfig?: object;
  /** The names of the external identity providers. */
  providers?: readonly string[];
}

/** Why no command can be given: the fix says it in its note. */
export class NoCommand extends Error {
  override readonly name = 'NoCommand';
}
