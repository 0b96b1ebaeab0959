import { request as httpRequest } from 'node:http';

/** What came back, as it came: headers in lower case, the body as text. */
export interface RawReply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A request as it is given, without any SDK's help or `fetch`'s own headers. */
export function send(url: string, { method = 'POST', path = '/', headers = {}, body = '' }: RawRequest) {
  return new Promise<RawReply>((resolve, reject) => {
    const outgoing = httpRequest(new URL(path, url), { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { statusCode = 0, headers: received } = incoming;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString() });
      });
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The headers of an API call; `null` for one that is not signed. */
export function apiHeaders(
  operation: string,
  signedBy: { region?: string; accessKeyId?: string } | null = {},
): Record<string, string> {
  const { region = 'us-east-1', accessKeyId = 'AKID' } = signedBy ?? {};
  const scope = `${accessKeyId}/20261123/${region}/cognito-idp/aws4_request`;
  return {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    ...(signedBy && { Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0f` }),
  };
}

/** One API call over the wire. */
export const callApi = (
  url: string,
  operation: string,
  input: unknown,
  signedBy?: { region?: string; accessKeyId?: string } | null,
): Promise<RawReply> => send(url, { headers: apiHeaders(operation, signedBy), body: JSON.stringify(input) });
