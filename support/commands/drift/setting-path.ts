/** Collections whose members are found by a name of the pool's own, and not by one of AWS's. */
const collections = new Set([
  'UserPoolClients',
  'Domains',
  'IdentityProviders',
  'SchemaAttributes',
  'UserPoolTags',
  'AttributeMapping',
]);

/** Objects whose members are settings of their own, although they may come and go together. */
const groups = new Set(['LambdaConfig', 'SmsMfaConfiguration']);

/** The place of a setting, from the answer's name down. */
export type Path = readonly string[];

/** Whether the members at this place are items of a collection, each of them whole: an app client, an attribute. */
export const isCollection = (path: Path): boolean => collections.has(path.at(-1) ?? '');

/** Whether what is at this place is told by its members, however many of them came or went. */
export const isGroup = (path: Path): boolean => isCollection(path) || groups.has(path.at(-1) ?? '');

/** `UserPool.SchemaAttributes[custom:team].Mutable` */
export const pathText = (path: Path): string =>
  path.reduce((text, name, index) => {
    if (index === 0) return name;
    return isCollection(path.slice(0, index)) || !/^\w+$/.test(name) ? `${text}[${name}]` : `${text}.${name}`;
  }, '');

/** Whether a place is the one named, or below it. */
export const isWithin = (place: string, named: string): boolean =>
  place === named || place.startsWith(`${named}.`) || place.startsWith(`${named}[`);
