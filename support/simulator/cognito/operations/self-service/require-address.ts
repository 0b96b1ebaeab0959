import { invalidParameter } from '../../errors';
import type { Address } from '../../users/delivery';

/** Known from applications that look for the text. */
export function requireAddress(name: string | undefined): Address {
  if (name === 'email' || name === 'phone_number') return name;
  throw invalidParameter('Invalid attribute name. Only phone_number and email can be verified.');
}
