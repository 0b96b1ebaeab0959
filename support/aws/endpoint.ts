import { isRegion, partitionOf } from '../common/aws-names';

interface HttpRequest {
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
}

/** A command of any service, with the members that are needed to resolve its endpoint. */
interface Capturable {
  middlewareStack: { add(middleware: never, options: never): void };
}

/**
 * Resolves the endpoint of a command: the service's own or a configured one. The SDK builds a request that is never
 * sent, so that its own rules apply. Uses a client without middlewares.
 *
 * @throws the SDK's error if the request cannot be built, for example without a region
 */
export async function endpointOf<Command extends Capturable>(
  command: Command,
  send: (command: Command) => Promise<unknown>,
): Promise<URL> {
  let built: HttpRequest | undefined;
  const capture = () => async (args: { request: HttpRequest }) => {
    built = args.request;
    return Promise.resolve({ output: { $metadata: {} }, response: undefined });
  };
  command.middlewareStack.add(capture as never, { step: 'build', name: 'cognitoLabCapture', priority: 'low' } as never);
  await send(command);
  if (!built) throw new Error('The SDK built no request.');
  const { protocol, hostname, port, path } = built;
  return new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}${path}`);
}

/** Whether an endpoint is on this machine, and therefore not a real AWS account. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** The domains of AWS's own endpoints, and the partition where the domain alone names it. */
const domains: readonly [suffix: string, partition?: string][] = [
  ['.amazonaws.com.cn', 'aws-cn'],
  ['.api.amazonwebservices.com.cn', 'aws-cn'],
  ['.amazonaws.eu', 'aws-eusc'],
  ['.amazonaws.com'],
  ['.api.aws'],
];

/**
 * The partition of an endpoint of Cognito or STS that is AWS's own; undefined for any other. Not every name under
 * amazonaws.com is an AWS service: execute-api.us-east-1.amazonaws.com serves customers' APIs.
 */
export function awsPartition({ protocol, hostname }: URL): string | undefined {
  if (protocol !== 'https:') return undefined;
  const [suffix, partition] = domains.find(([each]) => hostname.endsWith(each)) ?? [];
  if (suffix === undefined) return undefined;
  const labels = hostname.slice(0, -suffix.length).split('.');
  // vpce-0a1b-cdef.cognito-idp.us-east-1.vpce.amazonaws.com
  const [service = '', region, ...rest] =
    labels.at(-1) === 'vpce' && labels[0]?.startsWith('vpce-') ? labels.slice(1, -1) : labels;
  if (!/^(cognito-idp|sts)(-fips)?$/.test(service) || rest.length) return undefined;
  if (region !== undefined && !isRegion(region)) return undefined;
  return partition ?? partitionOf(region ?? '');
}
