import type { RecoveryPoint } from '#src/model/points.ts';
import type { Blocked } from '#src/ui/fields/option.ts';
import { known } from '#src/wizard/reads/read.ts';
import { judgeValue } from '#src/wizard/explain/findings.ts';
import { now } from '#src/lib/clock.ts';
import { durationText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import type { Column } from '#src/ui/DataTable.tsx';
import { type DraftView, withChoice } from '#src/datasources/azure-vm/model.ts';

/**
 * Why a point cannot be chosen, by what the rules say of it with the rest of the draft. Those that
 * differ only in name and time are judged once: hundreds of points are of few sorts.
 */
export function pointJudge(view: DraftView): (point: RecoveryPoint) => Blocked | undefined {
  const judged = new Map<string, Blocked | undefined>();
  const there = new Set(known(view.reads.secondaryPoints)?.map(({ name }) => name));
  return (point) => {
    // An expiry only warns.
    const { id: _id, name, time: _time, expiresAt: _end, ...sort } = point;
    const key = JSON.stringify([sort, there.has(name)]);
    if (!judged.has(key)) {
      judged.set(key, judgeValue(withChoice(view, { point: name }), 'point', name).blocked);
    }
    return judged.get(key);
  };
}
/** The points of the secondary region, and those that only the primary one has, newest first. */
export function withOwnPoints(
  there: readonly RecoveryPoint[],
  own: readonly RecoveryPoint[] | undefined,
): RecoveryPoint[] {
  const names = new Set(there.map(({ name }) => name));
  const others = (own ?? []).filter(({ name }) => !names.has(name));
  return [...there, ...others].toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
}

const words = wizard.point;
const [head, kind, lost] = words.heads;

/** The head of the column that holds the choice. */
export const timeHead = head;

/** What a point is besides its time. */
export const pointColumns: readonly Column<RecoveryPoint>[] = [
  {
    head: kind,
    cell: ({ consistency, tier }) => (
      <TwoLines first={wizard.consistency[consistency]} second={wizard.tier[tier]} />
    ),
  },
  {
    head: lost,
    // The plan has that of the chosen point.
    isFirstToLeave: true,
    cell: ({ time }) =>
      time === null ? common.notReported : words.lost(durationText(now() - time)),
  },
];
