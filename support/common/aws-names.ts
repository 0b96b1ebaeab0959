/** AWS's formats for the names of regions, accounts, user pools and resources. The only parsers of them. */

const region = '[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}';

const regionPattern = new RegExp(`^${region}$`);

/** `us-east-1`, `us-gov-west-1`, `cn-north-1`. Checks the form only, not whether the region exists. */
export const isRegion = (text: string): boolean => text.length <= 32 && regionPattern.test(text);

/** 12 digits. */
export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);

/** The pattern of a user pool id in AWS's published model, 1 to 55 characters. */
export const userPoolIdPattern = /^[\w-]+_[0-9a-zA-Z]+$/;

export const isUserPoolId = (text: string): boolean => text.length <= 55 && userPoolIdPattern.test(text);

/** The region at the start of a pool id. An emulator's id may have none. */
export function regionOfPoolId(userPoolId: string): string | undefined {
  const [home = ''] = userPoolId.split('_', 1);
  return isRegion(home) ? home : undefined;
}

/** The parts of an Amazon Resource Name. Region and account are empty in ARNs without them. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** @returns undefined if it is not an ARN */
export function parseArn(text = ''): Arn | undefined {
  const [arn, partition = '', service = '', region = '', account = '', ...resource] = text.split(':');
  if (arn !== 'arn' || !/^aws[\w-]*$/.test(partition) || !service || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** The account in an ARN, if there is one. */
export function accountOfArn(arn?: string): string | undefined {
  const account = parseArn(arn)?.account;
  return account === '' ? undefined : account;
}

/** Region name prefixes outside the commercial partition (documented). */
const partitions: readonly [prefix: string, partition: string][] = [
  ['us-gov-', 'aws-us-gov'],
  ['cn-', 'aws-cn'],
  ['us-isob-', 'aws-iso-b'],
  ['us-iso-', 'aws-iso'],
  ['eusc-', 'aws-eusc'],
];

/** The partition of a region. Accounts, names and ARNs belong to one partition. */
export const partitionOf = (region: string): string =>
  partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
