import { createHash } from 'node:crypto';
import type {
  DescribeUserPoolDomainCommandInput,
  DescribeUserPoolDomainResponse,
  DomainDescriptionType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import type { DomainRecord } from '../../records';

/** An unknown domain is described as nothing, not refused (known from tools that ran against AWS). */
export const describeUserPoolDomain: Handler<DescribeUserPoolDomainCommandInput, DescribeUserPoolDomainResponse> = (
  { Domain },
  { store, call },
) => {
  const domain = store.domains.get(Domain);
  return { DomainDescription: domain?.region === call.region ? description(domain) : {} };
};

const description = (record: DomainRecord): DomainDescriptionType => ({
  UserPoolId: record.userPoolId,
  AWSAccountId: record.accountId,
  Domain: record.domain,
  S3Bucket: `aws-cognito-prod-${airports[record.region] ?? record.region}-assets`,
  CloudFrontDistribution: distributionOf(record),
  Version: new Date(record.createdAt).toISOString().replace(/\D/g, '').slice(0, 14),
  Status: 'ACTIVE',
  CustomDomainConfig: withoutUndefined({ CertificateArn: record.customDomainCertificateArn }),
  ManagedLoginVersion: record.managedLoginVersion ?? 1,
});

/** AWS names these buckets after airports. */
const airports: Record<string, string> = {
  'us-east-1': 'iad',
  'us-east-2': 'cmh',
  'us-west-1': 'sfo',
  'us-west-2': 'pdx',
  'eu-west-1': 'dub',
  'eu-west-2': 'lhr',
  'eu-central-1': 'fra',
  'ap-northeast-1': 'nrt',
  'ap-southeast-2': 'syd',
};

/** A prefix domain is on its region's distribution, a custom one on its own. */
export function distributionOf({ domain, region, customDomainCertificateArn }: DomainRecord): string {
  const digest = createHash('sha256')
    .update(customDomainCertificateArn ? domain : region)
    .digest();
  return `d${digest.readBigUInt64BE().toString(36).padStart(13, '0')}.cloudfront.net`;
}
