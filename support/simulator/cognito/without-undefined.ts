type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/**
 * The object without its undefined members: AWS leaves a member out, it never answers an empty one, and a member
 * that is there but undefined would survive copying and comparing.
 */
export function withoutUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
