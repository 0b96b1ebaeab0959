import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';

/** No text is longer (documented: a standard attribute has 2,048 characters at most). */
const longest = 2048;

/**
 * The limits of an attribute are numbers, sent as texts.
 *
 * @throws CognitoError `InvalidParameterException`; the last text of each kind was measured on AWS in 2026-09, the
 *   others are unverified against AWS and known from other emulators
 */
export function checkLimits({
  Name,
  StringAttributeConstraints,
  NumberAttributeConstraints,
}: SchemaAttributeType): void {
  const { MinLength, MaxLength } = StringAttributeConstraints ?? {};
  if (![MinLength, MaxLength].every(isNumber))
    throw invalidParameter(`Invalid StringAttributeConstraints for schema attribute ${Name}`);
  if (Number(MinLength) > longest || Number(MaxLength) > longest)
    throw invalidParameter(`user.${Name}: String attributes cannot have a length of more than ${longest}`);
  if (Number(MinLength) > Number(MaxLength))
    throw invalidParameter(`Attribute ${Name} cannot have a max length shorter than it's min length`);

  const { MinValue, MaxValue } = NumberAttributeConstraints ?? {};
  if (![MinValue, MaxValue].every(isNumber))
    throw invalidParameter(`Invalid NumberAttributeConstraints for schema attribute ${Name}`);
  if (Number(MinValue) > Number(MaxValue))
    throw invalidParameter(`Attribute ${Name} cannot have a max value smaller than it's min value`);
}

const isNumber = (limit = '0'): boolean => /^-?\d+(\.\d+)?$/.test(limit);
