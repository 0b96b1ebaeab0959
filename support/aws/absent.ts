import { CouldNotLook } from '../common/could-not-look';

/** AWS always answers with this member; an answer without it was cut or made by something else. */
export const absent = (operation: string, member: string): CouldNotLook =>
  new CouldNotLook(
    `The answer of ${operation} has no ${member}.`,
    `AWS always answers with it. Read it again, whole: aws cognito-idp ${kebab(operation)}.`,
  );

const kebab = (operation: string): string => operation.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** AWS answers with the pool that it was asked for; whatever answers with another is not AWS. */
export const another = (asked: string, answered?: string): CouldNotLook =>
  new CouldNotLook(
    `DescribeUserPool was asked for the user pool ${asked} and answered with ${answered}.`,
    'Check the endpoint (AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL): AWS answers with the same.',
  );
