import { Problem } from '../../common/problem';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';

/** AWS's names of the standard attributes, by the console's labels in lower case. */
const attributes = new Map<string, string>(
  [
    'address',
    'birthdate',
    'email',
    'family_name',
    'gender',
    'given_name',
    'locale',
    'middle_name',
    'name',
    'nickname',
    'phone_number',
    'picture',
    'preferred_username',
    'profile',
    'updated_at',
    'website',
    'zoneinfo',
  ].map((name) => [name.replace('_', ' '), name]),
);

/** The standard attributes by the console's labels: `Preferred username` for `preferred_username`. */
export const attributeLabels: Record<string, string> = Object.fromEntries(
  [...attributes].map(([label, name]) => [label.charAt(0).toUpperCase() + label.slice(1), name]),
);

/**
 * `Preferred Username` as AWS writes it: `preferred_username`. Ignores case; spaces and underscores are equivalent.
 *
 * @throws Problem if it is not a standard attribute
 */
export function attributeName(label: string): string {
  const name = attributes.get(label.trim().toLowerCase().replaceAll('_', ' '));
  if (name) return name;
  const near = closest(label.replaceAll('_', ' '), Object.keys(attributeLabels));
  throw new Problem(
    `${quote(label)} is not a standard attribute of a user pool.`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}Use one of: ${[...attributes.keys()].join(', ')}.`,
  );
}

/** The name of any attribute of a pool: a standard one by its label, a custom one as it stands. */
export const anyAttributeName = (label: string): string =>
  /^(dev:)?custom:/.test(label) || /^(sub|(email|phone_number)_verified)$/.test(label) ? label : attributeName(label);
