import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { Status } from '#src/ui/Status.tsx';
import { chosenDiskPoint, isPointGone } from '#src/wizard/azure-disks/point.ts';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';

const words = diskFlow.point;

/** A moment as Azure tells it. */
export const momentText = (at: Instant | null): string =>
  at === null ? common.notReported : dateTimeText(at);

/** The chosen point in words, or that it is there no more. */
export function ChosenPoint({ view: { reads, draft } }: Pick<DiskStepProps, 'view'>) {
  const point = chosenDiskPoint(reads, draft.choices);
  if (isPointGone(reads, draft.choices)) {
    return (
      <p role="alert">
        <Status tone="failed">{words.gone}</Status>
      </p>
    );
  }
  if (point === undefined) return null;
  return <p role="status">{words.chosen(momentText(point.time), momentText(point.expiresAt))}</p>;
}
