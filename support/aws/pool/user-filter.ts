/** How a name in a lab can mean a user: by email address, phone number or user name. */
export const attributeMeant = (name: string): 'email' | 'phone_number' | 'username' =>
  name.includes('@') ? 'email' : /^\+\d{2,15}$/.test(name) ? 'phone_number' : 'username';

/** The filter of ListUsers for it; quotation marks and backslashes are escaped (documented). */
export const userFilter = (name: string): string => `${attributeMeant(name)} = "${name.replace(/["\\]/g, '\\$&')}"`;
