/** What puts a user in its place. */
interface Placed {
  /** Milliseconds since 1970. */
  createdAt: number;
  sub: string;
}

/** Where a user is in the order of creation: unique, and the same for ever. */
export const placeOf = ({ createdAt, sub }: Placed): string => `${String(createdAt).padStart(16, '0')} ${sub}`;

/** The users of a pool by their `sub`, and in the order of creation: a page of a list costs no more than the page. */
export class UserTable<User extends Placed> extends Map<string, User> {
  readonly #inOrder: { place: string; user: User }[] = [];

  override set(sub: string, user: User): this {
    this.delete(sub);
    const place = placeOf(user);
    this.#inOrder.splice(this.#after(place), 0, { place, user });
    return super.set(sub, user);
  }

  override delete(sub: string): boolean {
    const user = this.get(sub);
    if (user) this.#inOrder.splice(this.#after(placeOf(user)) - 1, 1);
    return super.delete(sub);
  }

  override clear(): void {
    this.#inOrder.length = 0;
    super.clear();
  }

  /** The users who come after a place, or all. */
  *after(place = ''): Generator<User> {
    for (let at = this.#after(place); at < this.#inOrder.length; at++) yield this.#inOrder[at]!.user;
  }

  /** How many users are at this place or before it. */
  #after(place: string): number {
    let [low, high] = [0, this.#inOrder.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#inOrder[middle]!.place <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The users of a pool who come after a place, and of whom something holds. */
export function* usersAfter<User extends Placed>(
  { users }: { users: UserTable<User> },
  place: string | undefined,
  holds: (user: User) => boolean,
): Generator<User> {
  for (const user of users.after(place)) if (holds(user)) yield user;
}
