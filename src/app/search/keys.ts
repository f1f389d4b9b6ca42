/** What the search field does with a key; true when the list took it. */
export type TakeKey = (key: string) => boolean;

/** The result that a key goes to, first and last joined; undefined when it goes nowhere. */
export function moved(
  keys: readonly string[],
  active: string | null,
  pressed: string,
): string | undefined {
  const at = active === null ? -1 : keys.indexOf(active);
  switch (pressed) {
    case 'ArrowDown':
      return keys[at + 1] ?? keys[0];
    case 'ArrowUp':
      return at <= 0 ? keys.at(-1) : keys[at - 1];
    case 'Home':
      return keys[0];
    case 'End':
      return keys.at(-1);
    default:
      return undefined;
  }
}
