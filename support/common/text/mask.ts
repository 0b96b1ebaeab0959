/** `123456789012` as `********9012`: the owner can recognise the account, nobody else can use it. */
export const maskAccount = (account: string): string => account.slice(-4).padStart(account.length, '*');

/** `jane@example.com` as `j***@e***`, as Cognito itself masks an address. */
export const maskEmail = (email: string): string => {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}***@${host.slice(0, 1)}***`;
};

/** Masks every account id in a text, for example in AWS's access denied message. */
export const maskAccounts = (text: string): string => text.replace(/(?<!\d)\d{12}(?!\d)/g, maskAccount);

/** Masks the account and the address in an ARN, for example of an SES identity. */
export const maskArn = (arn: string): string => maskAccounts(arn).replace(/(?<![^/:])[^/:]+@[^/:]+/, maskEmail);

/** What is left of a user's attribute where nobody else may read it: enough for the owner to recognise it. */
export const maskAttribute = (name: string, value: string): string =>
  name === 'email'
    ? maskEmail(value)
    : /^(?:email_verified|phone_number_verified)$/.test(name)
      ? value
      : `${value.slice(0, 1)}***`;

/** A tag's value is masked where it is an address. */
export const maskTag = (value: string): string => (value.includes('@') ? maskEmail(value) : value);

/** Every address in a text such as `Lab <lab@example.com>`, masked. */
export const maskAddresses = (text: string): string => text.replace(/[^\s<>@]{1,128}@[^\s<>@]{1,256}/g, maskEmail);
