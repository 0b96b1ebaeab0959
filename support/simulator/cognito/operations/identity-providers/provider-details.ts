import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';

type Details = Record<string, string>;
export type ProviderType = IdentityProviderTypeType;

interface Kind {
  required: string[];
  /** AWS's text for a detail that is missing, measured in 2026-09. */
  missing: string;
  /** What AWS adds to the details, known from tools that ran against it. */
  added: Details;
  /** The claim that names the user where the mapping does not say so, from the same source. */
  username?: string;
}

const social = ['client_id', 'client_secret', 'authorize_scopes'];
const socialMissing = 'clientId, clientSecret and authorizeScopes are all required idp details.';

const kinds: Record<ProviderType, Kind> = {
  Google: {
    required: social,
    missing: socialMissing,
    added: {
      attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
      attributes_url_add_attributes: 'true',
      authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
      oidc_issuer: 'https://accounts.google.com',
      token_request_method: 'POST',
      token_url: 'https://www.googleapis.com/oauth2/v4/token',
    },
    username: 'sub',
  },
  Facebook: {
    required: social,
    missing: socialMissing,
    added: {
      attributes_url: 'https://graph.facebook.com/v17.0/me?fields=',
      attributes_url_add_attributes: 'true',
      authorize_url: 'https://www.facebook.com/v17.0/dialog/oauth',
      token_request_method: 'GET',
      token_url: 'https://graph.facebook.com/v17.0/oauth/access_token',
    },
    username: 'id',
  },
  LoginWithAmazon: {
    required: social,
    missing: socialMissing,
    added: {
      attributes_url: 'https://api.amazon.com/user/profile',
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://www.amazon.com/ap/oa',
      token_request_method: 'POST',
      token_url: 'https://api.amazon.com/auth/o2/token',
    },
    username: 'user_id',
  },
  SignInWithApple: {
    required: ['client_id', 'team_id', 'key_id', 'private_key', 'authorize_scopes'],
    missing: 'clientId, privateKey, teamId, and keyId are all required idp details.',
    added: {
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://appleid.apple.com/auth/authorize',
      oidc_issuer: 'https://appleid.apple.com',
      token_request_method: 'POST',
      token_url: 'https://appleid.apple.com/auth/token',
    },
    username: 'sub',
  },
  OIDC: {
    required: ['client_id', 'authorize_scopes', 'oidc_issuer', 'attributes_request_method'],
    missing: 'clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.',
    added: { attributes_url_add_attributes: 'false' },
    username: 'sub',
  },
  SAML: { required: [], missing: '', added: {} },
};

/**
 * The details as AWS keeps them.
 *
 * @throws CognitoError `InvalidParameterException`; the texts were measured on AWS in 2026-09
 */
export function completeDetails(type: ProviderType, sent: Details): Details {
  const { required, missing, added } = kinds[type];
  if (!required.every((key) => sent[key])) throw invalidParameter(missing);
  if (type === 'SAML') checkMetadata(sent);
  if (type === 'OIDC') checkOidc(sent);
  return { ...added, ...sent };
}

/** The mapping with the user's name in it. */
export const completeMapping = (type: ProviderType, sent: Details = {}): Details => {
  const { username } = kinds[type];
  return username === undefined ? sent : { username, ...sent };
};

/** A social provider can only have its own name, so that a pool has one of it. */
export function checkName(type: ProviderType, name: string): void {
  if (type !== 'OIDC' && type !== 'SAML' && name !== type)
    throw invalidParameter(`Provider ${name} cannot be of type ${type}.`);
}

function checkMetadata({ MetadataURL: url, MetadataFile: file }: Details): void {
  if (!url && !file) throw invalidParameter('At least one of the MetadataURL or MetadataFile should be provided.');
  if (url && file) throw invalidParameter('Only one of the MetadataURL or MetadataFile should be provided.');
}

function checkOidc({ oidc_issuer: issuer = '', attributes_request_method: method = '' }: Details): void {
  if (method !== 'GET' && method !== 'POST')
    throw invalidParameter(
      `1 validation error detected: Value '${method}' at 'providerConfiguration.oidcConfig.attributesRequestMethod' failed to satisfy constraint: Member must satisfy enum value set: [POST, GET]`,
    );
  if (!issuer.startsWith('https://')) throw invalidParameter('OIDC endpoint must start with https://');
}
