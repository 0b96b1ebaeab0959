/**
 * The AWS partition of a region: the first part of its ARNs, and the end of its host names (documented).
 */
export function partitionOf(region: string): { name: string; dnsSuffix: string } {
  if (region.startsWith('us-gov-')) return { name: 'aws-us-gov', dnsSuffix: 'amazonaws.com' };
  if (region.startsWith('cn-')) return { name: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' };
  return { name: 'aws', dnsSuffix: 'amazonaws.com' };
}
