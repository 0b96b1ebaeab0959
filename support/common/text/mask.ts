/** `123456789012` as `********9012`: enough to recognise one's own account, not enough to use another's. */
export const maskAccount = (account: string): string => account.slice(-4).padStart(account.length, '*');

/** `jane@example.com` as `j***@e***`, as Cognito itself masks an address. */
export const maskEmail = (email: string): string => {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}***@${host.slice(0, 1)}***`;
};

/** Masks every account id in a text, such as AWS's word on who may not do what. */
export const maskAccounts = (text: string): string => text.replace(/(?<!\d)\d{12}(?!\d)/g, maskAccount);

/** Masks the account, and the address if there is one, in an ARN such as that of an SES identity. */
export const maskArn = (arn: string): string => maskAccounts(arn).replace(/(?<![^/:])[^/:]+@[^/:]+/, maskEmail);
