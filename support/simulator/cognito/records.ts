/**
 * What the simulated service remembers. Plain data: times are epoch milliseconds, byte strings are base64, so that
 * JSON holds each record in the sandbox's state file.
 */
import type {
  ChallengeNameType,
  CreateUserPoolClientCommandInput,
  EmailMfaConfigType,
  GroupType,
  IdentityProviderType,
  LogConfigurationType,
  ResourceServerType,
  RiskConfigurationType,
  SchemaAttributeType,
  UserPoolType,
  UserStatusType,
  WebAuthnConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { UserTable } from './users/user-table';

/** What a pool's owner can set and the service describes back; what nobody set and has no default is absent. */
export type PoolSettings = Omit<
  UserPoolType,
  | 'Id' | 'Arn' | 'Name' | 'Status' | 'CreationDate' | 'LastModifiedDate' | 'SchemaAttributes'
  | 'EstimatedNumberOfUsers' | 'UserPoolTags' | 'Domain' | 'CustomDomain'
>; // prettier-ignore

export interface PoolRecord {
  id: string;
  arn: string;
  region: string;
  accountId: string;
  name: string;
  createdAt: number;
  modifiedAt: number;
  settings: PoolSettings;
  /** In AWS's order of creation; custom attributes with their `custom:` prefix. */
  schema: SchemaAttributeType[];
  tags: Record<string, string>;
  /** The prefix domain and the custom one: keys of the store's `domains`. */
  domain?: string;
  customDomain?: string;
  /** What only SetUserPoolMfaConfig sets; the SMS configuration is among the settings. */
  mfa: {
    softwareTokenEnabled?: boolean;
    smsMfaEnabled?: boolean;
    email?: EmailMfaConfigType;
    webAuthn?: WebAuthnConfigurationType;
  };
  clients: Map<string, ClientRecord>;
  groups: Map<string, GroupRecord>;
  identityProviders: Map<string, IdentityProviderRecord>;
  users: UserTable<UserRecord>;
  /**
   * Keys under which a user is found, to its `sub`: the user name, and the email address or phone number that is
   * an alias or the user name. Folded to lower case where the pool is not case-sensitive.
   * Only the functions of `users/directory.ts` write it.
   */
  index: Map<string, string>;
  resourceServers?: ResourceServerRecord[];
  /** Of the pool, and of app clients that have their own. */
  riskConfigurations?: RiskConfigurationRecord[];
  logConfigurations?: LogConfigurationType[];
  /** RSA keys of the id and the access token, PKCS#8 PEM; made when the first token is. */
  keys?: { id: SigningKey; access: SigningKey };
}

export type ResourceServerRecord = Omit<ResourceServerType, 'UserPoolId'> & { Identifier: string };

export type RiskConfigurationRecord = Omit<RiskConfigurationType, 'UserPoolId' | 'LastModifiedDate'> & {
  modifiedAt: number;
};

export interface SigningKey {
  kid: string;
  privateKey: string;
}

export interface ClientRecord {
  id: string;
  userPoolId: string;
  secret?: string;
  createdAt: number;
  modifiedAt: number;
  /** As sent, plus the defaults that AWS answers; what has none is absent. */
  settings: Omit<CreateUserPoolClientCommandInput, 'UserPoolId' | 'GenerateSecret' | 'ClientSecret'>;
}

export interface GroupRecord extends Omit<GroupType, 'UserPoolId' | 'CreationDate' | 'LastModifiedDate'> {
  GroupName: string;
  createdAt: number;
  modifiedAt: number;
  /** `sub`s. */
  members: Set<string>;
}

export interface IdentityProviderRecord extends Omit<
  IdentityProviderType,
  'UserPoolId' | 'CreationDate' | 'LastModifiedDate'
> {
  ProviderName: string;
  createdAt: number;
  modifiedAt: number;
}

export interface DomainRecord {
  domain: string;
  userPoolId: string;
  region: string;
  accountId: string;
  managedLoginVersion?: number;
  customDomainCertificateArn?: string;
  createdAt: number;
}

/** A password as the service keeps it: never in the clear. */
export interface PasswordRecord {
  /** Hexadecimal. */
  salt: string;
  /** SRP's private value x, hexadecimal: enough to check a password and to make the verifier. */
  x: string;
  setAt: number;
  /** Must be changed at the first sign-in, and expires. */
  temporary: boolean;
}

export interface CodeRecord {
  purpose: 'sign-up' | 'forgot-password' | `verify:${string}`;
  code: string;
  expiresAt: number;
  /** Wrong answers so far. */
  attempts: number;
  /** The address that the code was sent to and proves; it may wait for the code to become the user's. */
  value?: string;
}

export interface UserRecord {
  sub: string;
  /** What the service answers as `Username`: the `sub` in pools that sign in by email or phone. */
  username: string;
  /** Without `sub`. Values are strings, as on AWS. */
  attributes: Record<string, string>;
  enabled: boolean;
  status: UserStatusType;
  createdAt: number;
  modifiedAt: number;
  password?: PasswordRecord;
  /** Newest last; as long as the pool's PasswordHistorySize. */
  passwordHistory: Omit<PasswordRecord, 'setAt' | 'temporary'>[];
  codes: CodeRecord[];
  /** Base32; `verified` once a code was accepted. `lastStep` is that of the last one: each is good only once. */
  softwareToken?: { secret: string; verified: boolean; lastStep?: number };
  /** A secret that was given out and not verified yet. */
  pendingSoftwareToken?: string;
  mfaPreference?: { enabled: string[]; preferred?: string };
  failedSignIns: number;
  /** Epoch milliseconds until which sign-in is refused. */
  lockedUntil?: number;
  /** Of every sign-in that has not been forgotten yet: the keys of the store's refresh tokens. */
  refreshTokens: Set<string>;
}

/** The state between a challenge and its answer. */
export interface SessionRecord {
  id: string;
  userPoolId: string;
  clientId: string;
  /** Absent for a user who does not exist, where the client hides that. */
  sub?: string;
  /** The name as the caller gave it. */
  username: string;
  challenge: ChallengeNameType | 'CONFIRMED_SIGN_UP';
  expiresAt: number;
  /** Kept after its use until it is stale: AWS distinguishes a used session from an unknown one. */
  used: boolean;
  /** Whatever the challenge needs to check its answer, e.g. SRP's b. */
  data: Record<string, string>;
}

export interface RefreshTokenRecord {
  token: string;
  userPoolId: string;
  clientId: string;
  sub: string;
  /** `origin_jti` of all tokens that come of this sign-in: those of a rotation share it. */
  originJti: string;
  /** Of a token that came of a rotation: the `origin_jti` of what it gives once rotation is off. */
  ownOriginJti?: string;
  /** Of a token that was exchanged for another: when (epoch milliseconds), and which. */
  spent?: { at: number; child: string };
  eventId: string;
  authTime: number;
  expiresAt: number;
  revoked: boolean;
}
