import { CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { asRight, reply, startStandIn, type Answer } from '../../tests/cli/stand-in';
import { bounds, clientConfig, endpointLayers, type ClientOptions } from './client';
import type { Call } from './middleware/call-log';
import { addLayers } from './middleware/layer';
import { RateLimiter } from './middleware/rate-limit';

const command = (): DescribeUserPoolCommand => new DescribeUserPoolCommand({ UserPoolId: 'us-east-1_AbCdEf123' });

describe('The client of an endpoint', () => {
  async function on<T>(
    answer: Answer,
    options: ClientOptions,
    work: (client: CognitoIdentityProviderClient) => Promise<T>,
  ): Promise<{ came: T | Error; asked: string[] }> {
    const standIn = await startStandIn(answer);
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const config = clientConfig({ region: 'us-east-1', credentials, ...options });
    const client = new CognitoIdentityProviderClient({ ...config, endpoint: standIn.url });
    addLayers(client, endpointLayers(options));
    try {
      return { came: await work(client).catch((error: Error) => error), asked: standIn.asked };
    } finally {
      client.destroy();
      await standIn.close();
    }
  }
  /** Never ends an answer that it has begun. */
  const drip: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.write('{');
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
  const short = { ...bounds, attempt: 100, call: 5_000, attempts: 2 };

  it('shows all of its layers by name, in order', () => {
    const client = new CognitoIdentityProviderClient({ region: 'us-east-1' });
    const quota = { limiter: new RateLimiter(), owner: { account: 'own', region: 'us-east-1' } };
    addLayers(client, endpointLayers({ readOnly: true, limitProvisioning: true, quota, unknownMembers: true }));
    expect(
      client.middlewareStack.identify().filter((name) => /cognitoLab|retry|deserializer/.test(name)),
    ).to.deep.equal([
      'cognitoLabLogCalls - initialize',
      'cognitoLabReadOnly - initialize',
      'cognitoLabLimitProvisioning - initialize',
      'cognitoLabCheckAnswers - initialize',
      'cognitoLabCallTimeout - initialize',
      'cognitoLabShowHidden - initialize',
      'retryMiddleware - finalizeRequest',
      'cognitoLabLimitRate - finalizeRequest',
      'cognitoLabNoUnsafeRetries - deserialize',
      'cognitoLabKeepUnknown - deserialize',
      'deserializerMiddleware - deserialize',
      'cognitoLabBoundAnswers - deserialize',
    ]);
  });

  it('heeds the signal of a caller, beside its own', async () => {
    const silence: Answer = () => undefined;
    for (const answer of [silence, drip]) {
      const begun = Date.now();
      const { came } = await on(answer, {}, (client) =>
        client.send(command(), { abortSignal: AbortSignal.timeout(100) }),
      );
      expect(came).to.have.property('name', 'AbortError');
      expect(Date.now() - begun).to.be.below(5_000);
    }
  });

  it('ends what its own signal ends', async () => {
    const { came } = await on(drip, { signal: AbortSignal.timeout(100) }, (client) => client.send(command()));
    expect(came).to.have.property('name', 'AbortError');
  });

  it('gives up an answer that drips, and tries again', async () => {
    const { came, asked } = await on(drip, { bounds: short }, (client) => client.send(command()));
    expect(came).to.have.property('name', 'TimeoutError');
    expect(asked).to.have.lengthOf(2);
  });

  const endless: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    const more = (): void => {
      while (response.write(' '.repeat(1 << 20)));
      response.once('drain', more);
    };
    more();
  };
  const nested: Answer = (_, response) =>
    reply(response, 200, `{"UserPool":{"LambdaConfig":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}}`);
  for (const [what, answer, says] of [
    ['without end', endless, /answered DescribeUserPool with more than 4 MB/],
    ['of great depth', nested, /answered DescribeUserPool with more than 64 levels/],
  ] as const)
    it(`refuses an answer ${what}, once`, async () => {
      const { came, asked } = await on(answer, {}, (client) => client.send(command()));
      expect(came).to.have.property('message').that.matches(says);
      expect(asked).to.have.lengthOf(1);
    });

  it('lists its calls with their request ids', async () => {
    const calls: Call[] = [];
    await on(asRight, { calls }, (client) => client.send(command()));
    expect(calls).to.deep.equal([{ operation: 'DescribeUserPool', requestId: undefined }]);
  });
});
