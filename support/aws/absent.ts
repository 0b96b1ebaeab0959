import { CouldNotLook } from './could-not-look';

/** AWS always answers with this member; an answer without it was cut or made by something else. */
export const absent = (operation: string, member: string): CouldNotLook =>
  new CouldNotLook(
    `The answer of ${operation} has no ${member}.`,
    `AWS always answers with it. Read it again, whole: aws cognito-idp ${kebab(operation)}.`,
  );

const kebab = (operation: string): string => operation.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
