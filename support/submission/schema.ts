import Ajv, { type ValidateFunction } from 'ajv';
import { CouldNotLook } from '../aws/could-not-look';
import schema from '../../fixtures/schemas/snapshot-v1.schema.json';

export const SNAPSHOT_SCHEMA = schema.$id;

/** The operations whose answers make up a submission. */
export const operations = [
  'DescribeUserPool',
  'ListIdentityProviders',
  'ListUserPoolClients',
  'DescribeUserPoolClient',
  'ListUsers',
] as const;

export type Operation = (typeof operations)[number];

const ajv = new Ajv({ allowUnionTypes: true, strict: true });
ajv.addSchema(schema);

/**
 * Checks a whole snapshot, or what one operation answered, against the schema of submissions.
 *
 * @param name what to call it in messages
 * @throws CouldNotLook that says where it differs
 */
export function checkShape(value: unknown, name: string, operation?: Operation): void {
  const id = operation ? `${SNAPSHOT_SCHEMA}#/definitions/${operation}` : SNAPSHOT_SCHEMA;
  const validate = ajv.getSchema(id) as ValidateFunction;
  if (validate(value)) return;
  const [{ instancePath = '', message = 'is wrong' } = {}] = validate.errors ?? [];
  throw new CouldNotLook(
    `${name} is not ${operation ? `what ${operation} answers` : 'a snapshot of this form'}: ${instancePath || 'it'} ${message}.`,
    operation
      ? 'Write it again with the AWS CLI and leave it as it is.'
      : 'Take it again with "cognito-lab snapshot" and leave it as it is.',
  );
}
