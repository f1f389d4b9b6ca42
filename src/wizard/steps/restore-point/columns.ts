import { now } from '#src/lib/clock.ts';
import { durationText } from '#src/lib/format.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';

const words = wizard.point;
const [head, ...heads] = words.heads;

/** The head of the column that holds the choice. */
export const timeHead = head;

const cells: ((point: RecoveryPoint) => string)[] = [
  ({ consistency }) => wizard.consistency[consistency],
  ({ tier }) => wizard.tier[tier],
  ({ time }) => (time === null ? common.notReported : words.lost(durationText(now() - time))),
  ({ vmSize }) => vmSize ?? common.notReported,
];
/** What a point is besides its time. */
export const pointColumns: readonly Column<RecoveryPoint>[] = heads.map((text, index) => ({
  head: text,
  cell: cells[index] ?? (() => ''),
}));
