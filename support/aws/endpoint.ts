import { isRegion, partitionOf } from '../common/aws-names';

interface HttpRequest {
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
}

/** A command, of any service, as far as finding out where it would go needs it. */
interface Capturable {
  middlewareStack: { add(middleware: never, options: never): void };
}

/**
 * Where a command would go, by a client without layers: the service's own address or the one that is configured instead. Found by letting the SDK
 * build a request that is never sent, so that it is the SDK's answer and not our reading of its rules.
 *
 * @throws whatever the SDK throws while it builds a request: no region, for one
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

/** Whether an endpoint is on this machine, where nobody else's account can be. */
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
 * The partition whose own endpoint of Cognito or STS this is; undefined where it is anything else. Not every name under
 * amazonaws.com is a service of AWS's: execute-api.us-east-1.amazonaws.com has everybody's.
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
