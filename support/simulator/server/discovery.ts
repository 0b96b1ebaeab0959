import type { PoolRecord } from '../cognito/records';
import type { SimulatedCognito } from '../cognito/service';
import { issuerOf } from '../cognito/tokens/issuer';
import { jwks } from '../cognito/tokens/jwks';
import { header, json, type Reply, type Request } from './http';

const document = /^\/([\w-]+_[0-9A-Za-z]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

/** Whether a pool's public document is asked for. Anyone may read these, pages included. */
export const isDiscovery = ({ method, path }: Request): boolean => /^(GET|HEAD)$/.test(method) && document.test(path);

/** A pool's signing keys, or its OpenID configuration. */
export async function answerDiscovery({ path, headers }: Request, { store, keys }: SimulatedCognito): Promise<Reply> {
  const [, id = '', name] = document.exec(path) ?? [];
  const pool = store.pools.get(id);
  const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
  if (!pool) return json(404, { message: `User pool ${id} does not exist.` }, anyOrigin);
  if (name === 'jwks.json') return json(200, await jwks(pool, keys), anyOrigin);
  return json(200, openIdConfiguration(pool, `http://${header(headers, 'host') ?? 'localhost'}`), anyOrigin);
}

/**
 * As on AWS, with two differences: the keys are where this sandbox serves them, and a pool without a domain names no
 * endpoints that nobody answers.
 */
function openIdConfiguration(pool: PoolRecord, origin: string): Record<string, unknown> {
  const domain = pool.customDomain ?? (pool.domain && `${pool.domain}.auth.${pool.region}.amazoncognito.com`);
  return {
    ...(domain && {
      authorization_endpoint: `https://${domain}/oauth2/authorize`,
      end_session_endpoint: `https://${domain}/logout`,
      revocation_endpoint: `https://${domain}/oauth2/revoke`,
      token_endpoint: `https://${domain}/oauth2/token`,
      userinfo_endpoint: `https://${domain}/oauth2/userInfo`,
    }),
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: issuerOf(pool),
    jwks_uri: `${origin}/${pool.id}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
}
