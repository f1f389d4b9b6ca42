import type { RecoveryPoint } from '#src/model/recovery-services.ts';

/** What stands in an address for the machine of today. */
export const NOW = 'now';

/** What an address asks to compare: a point, and another one or the machine of today (null). */
export interface Chosen {
  readonly one: RecoveryPoint;
  readonly other: RecoveryPoint | null;
}

/**
 * Reads `name,name` or `name,now`. Null: it is none of these, or names what is not among the points.
 * The older comes first.
 */
export function readCompare(
  text: string | undefined,
  points: readonly RecoveryPoint[],
): Chosen | null {
  const words = (text ?? '').split(',');
  if (words.length !== 2 || words[0] === words[1]) return null;
  const names = words.filter((word) => word !== NOW);
  const found = names.flatMap((name) => points.find((point) => point.name === name) ?? []);
  if (found.length < names.length) return null;
  const [one, other = null] = found.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0));
  return one === undefined ? null : { one, other };
}

/** The same as the address holds it. */
export function compareText(names: readonly string[]): string {
  return names.join(',');
}
