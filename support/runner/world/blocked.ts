/** What a check needs is not there, because another check failed: it cannot be looked at, and is not one more fault. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}
