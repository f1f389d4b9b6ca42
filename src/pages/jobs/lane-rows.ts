import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { AxisRow } from '#src/pages/jobs/LaneCells.tsx';
import { axisOf, isWithin, type Lane, laneOrder } from '#src/progress/live/axis.ts';
import { isForTab, isOfRow } from '#src/ui/dom.ts';
import type { TimeAxis } from '#src/ui/picture/TimeAxis.tsx';

/** How the lanes of Backup jobs are gone through by keys, and stay where they are while figures change. */

/** The lanes are one stop for Tab: arrows go through them, Enter or a press opens the job. */
export function useLaneKeys(rows: readonly AxisRow[]) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<ResourceId | null>(null);
  const current = rows.find(({ job }) => job.id === wanted) ?? rows[0];
  const isCurrent = ({ job }: AxisRow): boolean => job.id === current?.job.id;
  const open = ({ job }: AxisRow): void =>
    void navigate({ to: '/jobs/$jobId', params: { jobId: jobAddress(job.id) } });
  const rowOf = (one: AxisRow) => ({
    tabIndex: isCurrent(one) ? 0 : -1,
    onFocus: () => setWanted(one.job.id),
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (isOfRow(event) && !isForTab(event)) open(one);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { key, target, currentTarget } = event;
      if (target !== currentTarget) return;
      const beside =
        key === 'ArrowDown'
          ? currentTarget.nextElementSibling
          : key === 'ArrowUp'
            ? currentTarget.previousElementSibling
            : null;
      if (beside instanceof HTMLElement) beside.focus();
      else if (key === 'Enter') open(one);
      else if (!key.startsWith('Arrow')) return;
      event.preventDefault();
    },
  });
  return { isCurrent, rowOf };
}

/** The axis changes its scale only when restores come and go, or an end leaves it. */
export function useSteadyAxis(lanes: readonly Lane[], at: Instant): TimeAxis {
  const ids = lanes.map(({ id }) => id).join();
  const [last, setLast] = useState({ ids, axis: axisOf(lanes, at) });
  if (last.ids === ids && isWithin(last.axis, lanes, at)) return last.axis;
  const next = { ids, axis: axisOf(lanes, at) };
  setLast(next);
  return next.axis;
}

/** Rows change places only when restores come and go: nothing moves when one is read. */
export function useSteadyOrder(rows: readonly AxisRow[]): readonly AxisRow[] {
  const key = rows
    .map(({ job }) => job.id)
    .toSorted()
    .join();
  const [last, setLast] = useState<{
    readonly key: string;
    readonly ids: readonly ResourceId[];
  } | null>(null);
  const ids = last?.key === key ? last.ids : laneOrder(rows.map(({ lane }) => lane));
  if (last?.key !== key) setLast({ key, ids });
  return rows.toSorted((one, other) => ids.indexOf(one.job.id) - ids.indexOf(other.job.id));
}
