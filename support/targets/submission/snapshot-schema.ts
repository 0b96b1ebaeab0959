import * as v from 'valibot';
import {
  answers,
  checked,
  line,
  list,
  mostClients,
  object,
  operations,
  text,
  userPoolId,
} from '../../aws/answer-shapes';
import { isDate } from '../../common/iso-date';

export const SNAPSHOT_SCHEMA = 'cognito-lab/snapshot/v1';

/** The schema of a snapshot; `fixtures/schemas/snapshot-v1.schema.json` is generated from it for other programs. */
export const snapshotSchema = object({
  schema: v.literal(SNAPSHOT_SCHEMA),
  takenAt: v.pipe(
    line,
    v.check((time) => /^\d{4}-\d\d-\d\dT/.test(time) && isDate(time), 'it is no date'),
    v.description('ISO 8601'),
  ),
  version: v.pipe(line, v.description('Of the tool that took it')),
  note: v.pipe(line, v.description('Says that the snapshot is self-reported')),
  userPoolId,
  region: text,
  account: v.optional(v.pipe(line, v.description('Masked but for the last four digits'))),
  answers: v.pipe(
    object({
      DescribeUserPool: v.optional(answers.DescribeUserPool),
      ListIdentityProviders: v.optional(answers.ListIdentityProviders),
      ListUserPoolClients: v.optional(answers.ListUserPoolClients),
      DescribeUserPoolClient: v.optional(list(answers.DescribeUserPoolClient, mostClients)),
      ListUsers: v.optional(answers.ListUsers),
      GetUserPoolMfaConfig: v.optional(answers.GetUserPoolMfaConfig),
      DescribeRiskConfiguration: v.optional(answers.DescribeRiskConfiguration),
      GetLogDeliveryConfiguration: v.optional(answers.GetLogDeliveryConfiguration),
      DescribeUserPoolDomain: v.optional(list(answers.DescribeUserPoolDomain, 10)),
      DescribeIdentityProvider: v.optional(list(answers.DescribeIdentityProvider, 1_000)),
      ListResourceServers: v.optional(answers.ListResourceServers),
      ListGroups: v.optional(answers.ListGroups),
      AdminListGroupsForUser: v.optional(list(answers.AdminListGroupsForUser, 1_000)),
    }),
    v.description('What AWS answered, by the name of the operation; redacted'),
  ),
  failures: v.pipe(
    v.record(v.picklist(operations, 'it is none of the operations'), object({ reason: line, remedy: text })),
    v.description('Why an operation has no answer, by its name'),
  ),
  digest: v.pipe(
    v.string(),
    v.regex(/^sha256:[0-9a-f]{64}$/, 'it is no SHA-256'),
    v.description('Over all other members; shows damage, and proves nothing of who made the file'),
  ),
});

/** `cognito-lab/snapshot/v1`, as `cognito-lab snapshot` writes it. */
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** Parses a snapshot. @throws CouldNotLook that names the first schema violation */
export const snapshotOf = (value: unknown, name: string): Snapshot =>
  checked(snapshotSchema, value, (fault) => [
    `${name} is not a snapshot of this form: ${fault}`,
    'Take it again with "cognito-lab snapshot" and leave it as it is.',
  ]);
