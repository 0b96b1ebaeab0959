/** How AWS writes the names of regions, accounts, user pools and resources. One reading of each, for everybody. */

const region = '[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}';

const regionPattern = new RegExp(`^${region}$`);

/** `us-east-1`, `us-gov-west-1`, `cn-north-1`: the form, not whether there is such a region. */
export const isRegion = (text: string): boolean => text.length <= 32 && regionPattern.test(text);

/** Twelve digits. */
export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);

/** What AWS's published model takes for the id of a user pool, in 1 to 55 characters. */
export const userPoolIdPattern = /^[\w-]+_[0-9a-zA-Z]+$/;

export const isUserPoolId = (text: string): boolean => text.length <= 55 && userPoolIdPattern.test(text);

/** The region that a pool's id begins with; an emulator's id need not begin with one. */
export function regionOfPoolId(userPoolId: string): string | undefined {
  const [home = ''] = userPoolId.split('_', 1);
  return isRegion(home) ? home : undefined;
}

/** The parts of an Amazon Resource Name. Region and account are empty for what has none. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** @returns undefined for what is no ARN */
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

/** The beginnings of the names of regions outside of the commercial partition (documented). */
const partitions: readonly [prefix: string, partition: string][] = [
  ['us-gov-', 'aws-us-gov'],
  ['cn-', 'aws-cn'],
  ['us-isob-', 'aws-iso-b'],
  ['us-iso-', 'aws-iso'],
  ['eusc-', 'aws-eusc'],
];

/** The partition that a region is in: an account, its names and its ARNs are of one partition. */
export const partitionOf = (region: string): string =>
  partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
