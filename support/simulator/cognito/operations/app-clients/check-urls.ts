import type { CreateUserPoolClientCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';

type Sent = Pick<Partial<CreateUserPoolClientCommandInput>, 'CallbackURLs' | 'LogoutURLs' | 'DefaultRedirectURI'>;

/** Plain HTTP is for these alone. */
const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A client's addresses: HTTPS, HTTP on the own machine, or a scheme of an app. What is no URL at all is let through:
 * how AWS would refuse it is not known.
 *
 * @throws CognitoError `InvalidParameterException`; the texts were measured on AWS in 2026-09
 */
export function checkUrls({ CallbackURLs = [], LogoutURLs = [], DefaultRedirectURI }: Sent): void {
  for (const url of [...CallbackURLs, ...LogoutURLs]) checkUrl(url);
  if (DefaultRedirectURI !== undefined && !CallbackURLs.includes(DefaultRedirectURI))
    throw invalidParameter(`The default redirect URI ${DefaultRedirectURI} is not in the callback URIs list.`);
}

function checkUrl(text: string): void {
  if (text.includes('#')) throw invalidParameter(`${text} cannot use fragment`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && !localHosts.includes(url.hostname))
    throw invalidParameter(`${text} cannot use the HTTP protocol.`);
}
