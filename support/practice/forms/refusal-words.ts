/**
 * Words in AWS's refusals that are about a setting and are not the name of its member, by its label, in lower case. The
 * texts are those of the simulated service, with their evidence there.
 */
export const refusalWords: Readonly<Record<string, readonly string[]>> = {
  'Cognito user pool sign-in options': ['usernameattributes', 'aliasattributes', 'alias'],
  'Federated sign-in options': ['providername', 'providertype', 'identity provider'],
  'Prevent use of previous passwords': ['password history'],
  'MFA enforcement': ['mfa'],
  'MFA methods': ['email mfa'],
  'Attribute verification and user account confirmation': ['auto verification', 'autoverifiedattributes'],
  'Attributes that Cognito verifies': ['auto verification'],
  'Active attribute values when an update is pending': ['attributesrequireverificationbeforeupdate'],
  'Required attributes': ['required attribute', 'set as required'],
  'Custom attributes': ['custom attribute', 'custom:', 'schema'],
  'Threat protection': ['threat protection'],
  'SES identity': ['source arn', 'ses '],
  'FROM sender name': ['from email address'],
  'Add a return URL': ['callback', 'fragment', 'https', '://'],
  'Allowed callback URLs': ['callback', 'fragment', '://'],
  'Choices of first factor': ['first auth factor', 'passwordless'],
  'IAM role for SMS': ['role', 'sms configuration', 'smsconfiguration', 'sms mfa'],
  'Delivery method for user account recovery messages': ['account recovery'],
};
