import type { Hit } from '#src/app/search/hit.ts';

/** What the search field does with a key; true when the list took it. `isAtEnd`: nothing to the right could be typed over. */
export type TakeKey = (key: string, isAtEnd: boolean) => boolean;

/** A line of the list: a result, perhaps with the way to a restore of it in a cell of its own. */
export type Line = Pick<Hit, 'key' | 'restore'>;

/** The cells of a line, by their keys. */
export const cellsOf = ({ key, restore }: Line): readonly string[] =>
  restore === undefined ? [key] : [key, restore.key];

/**
 * The cell that a key goes to: up and down from result to result, first and last joined; to the right at the end of
 * what is typed, and back. Undefined when it goes nowhere.
 */
export function moved(
  lines: readonly Line[],
  active: string | null,
  pressed: string,
  isAtEnd: boolean,
): string | undefined {
  const at = active === null ? -1 : lines.findIndex((line) => cellsOf(line).includes(active));
  const line = lines[at];
  const isOnRestore = line !== undefined && active !== line.key;
  switch (pressed) {
    case 'ArrowDown':
      return (lines[at + 1] ?? lines[0])?.key;
    case 'ArrowUp':
      return lines.at(at <= 0 ? -1 : at - 1)?.key;
    case 'Home':
      return lines[0]?.key;
    case 'End':
      return lines.at(-1)?.key;
    case 'ArrowRight':
      return isAtEnd && !isOnRestore ? line?.restore?.key : undefined;
    case 'ArrowLeft':
      return isOnRestore ? line.key : undefined;
    default:
      return undefined;
  }
}
