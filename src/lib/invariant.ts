/** Throws when something that cannot be is so: a bug, never a person's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === null || condition === undefined) {
    throw new Error(`Unexpected state: ${message}`);
  }
}
