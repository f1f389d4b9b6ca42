import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItemDetails } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';

/** How many points there are and since when: numbers, or the words for why there are none. */
interface PointTotals {
  readonly count: number | string;
  readonly oldest: Instant | string;
}

/** Counted among the points where those are read, else as the item itself says. */
export function pointTotals(
  { pointCount, oldestPointAt }: Pick<ProtectedItemDetails, 'pointCount' | 'oldestPointAt'>,
  points: readonly RecoveryPoint[] | undefined,
): PointTotals {
  if (points === undefined)
    return { count: pointCount ?? common.notRead, oldest: oldestPointAt ?? common.notRead };
  if (points.length === 0) return { count: instance.facts.none, oldest: instance.facts.none };
  const times = points.flatMap(({ time }) => time ?? []).toSorted((a, b) => a - b);
  return { count: points.length, oldest: times[0] ?? oldestPointAt ?? common.notReported };
}

const states: Readonly<Record<string, string>> = instance.states;

/** A protection state in words; an unrecognized one as Azure spells it. */
export function stateText(state: string): string {
  return states[state.toLowerCase()] ?? (state === '' ? common.notReported : state);
}
