import { CouldNotLook } from '../common/could-not-look';

/** AWS always returns this member. Without it, the answer is truncated or does not come from AWS. */
export const absent = (operation: string, member: string): CouldNotLook =>
  new CouldNotLook(
    `The answer of ${operation} has no ${member}.`,
    `AWS always answers with it. Read it again, whole: aws cognito-idp ${kebab(operation)}.`,
  );

const kebab = (operation: string): string => operation.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** AWS returns the pool that was requested. An answer with another pool does not come from AWS. */
export const answeredAnother = (asked: string, answered?: string): CouldNotLook =>
  new CouldNotLook(
    `DescribeUserPool was asked for the user pool ${asked} and answered with ${answered}.`,
    'Check the endpoint (AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL): AWS answers with the same.',
  );
