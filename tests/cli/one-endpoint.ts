import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Cognito and STS at one address, as on AWS and on emulators: STS's calls are forms, Cognito's are not. */
export async function startOneEndpoint(cognito: string, sts: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const isForm = incoming.headers['content-type']?.includes('urlencoded') ?? false;
    const options = { method: incoming.method, headers: incoming.headers };
    const onward = forward(new URL(incoming.url ?? '/', isForm ? sts : cognito), options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
