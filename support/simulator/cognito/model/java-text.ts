import { nameInErrors } from './amendments';
import type { Model } from './model';

/** A longer collection is not repeated. */
const maximumElements = 1000;

/**
 * Repeats a value in an error as AWS does, which is as Java prints it: `[a, b]`, `{key=value}`,
 * `SchemaAttributeType(name=team, mutable=null, …)` (forms measured 2026-09).
 *
 * @returns from a shape's name and a value of it to the text in its quotes; undefined for what is sensitive or long
 */
export function javaTexts(shapes: Model['shapes']): (shape: string, value: unknown) => string | undefined {
  const isSensitive = (name: string): boolean => {
    const { sensitive = false, members = {}, member, value } = shapes[name] ?? {};
    return sensitive || [...Object.values(members), member ?? [], value ?? []].flat().some(isSensitive);
  };

  const write = (name: string, value: unknown): string => {
    const { type, members = {}, member = '', value: element = '' } = shapes[name] ?? {};
    if (value === undefined || value === null) return 'null';
    if (typeof value !== 'object') return `${value as string}`;
    // A value that is not of its shape is refused as such in the end: it is not looked into here.
    if (Array.isArray(value)) return type === 'list' ? `[${value.map((each) => write(member, each)).join(', ')}]` : '';
    const object = value as Record<string, unknown>;
    if (type === 'map')
      return `{${Object.entries(object)
        .map(([key, each]) => `${key}=${write(element, each)}`)
        .join(', ')}}`;
    const parts = Object.entries(members).map(([part, of]) => {
      return `${nameInErrors(part)}=${write(of, Object.hasOwn(object, part) ? object[part] : undefined)}`;
    });
    return type === 'structure' ? `${name}(${parts.join(', ')})` : '';
  };

  return (name, value) => {
    const size = typeof value === 'object' && value !== null ? Object.keys(value).length : 1;
    return isSensitive(name) || size > maximumElements ? undefined : `'${write(name, value)}'`;
  };
}
