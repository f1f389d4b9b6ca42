/** Throws when something that cannot be is so: a bug, never a person's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === null || condition === undefined) {
    throw new Error(`This should not happen: ${message}`);
  }
}

/** For the end of an exhaustive switch: a type error while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`This should not happen: ${String(value)}`);
}
