import { gib } from '#src/lib/bytes.ts';
import { durationText } from '#src/lib/format.ts';
import type { Phase } from '#src/model/progress/phase-list.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { progress as told } from '#src/strings/progress.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { TaskStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { rangeText } from '#src/ui/progress-text.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = pages.job;

const columns: Column<Phase>[] = [
  { head: words.heads.task, cell: ({ name }) => (name === '' ? told.phase.unnamed : name) },
  { head: words.heads.status, cell: statusOf },
  { head: words.heads.duration, isNumber: true, cell: durationOf },
];
const usual: Column<Phase> = {
  head: words.heads.usual,
  isNumber: true,
  cell: (phase) => (phase.usual === null ? '' : told.usual(rangeText(phase.usual))),
};
const transferred: Column<Phase> = { head: words.heads.transferred, isNumber: true, cell: bytesOf };

/** The sub-tasks of a job, each with its state; what past jobs and Azure tell of them where they do. */
export function JobTasks({ phases }: { readonly phases: readonly Phase[] }) {
  const shown = [
    ...columns,
    ...(phases.some((phase) => phase.usual !== null) ? [usual] : []),
    ...(phases.some((phase) => bytesOf(phase) !== '') ? [transferred] : []),
  ];
  return (
    <section>
      <SectionHeading level={2}>{words.tasks}</SectionHeading>
      {phases.length === 0 ? (
        <p>{words.tasksNone}</p>
      ) : (
        <DataTable
          label={words.tasks}
          columns={shown}
          rows={phases}
          // Two may go by one name.
          rowKey={(phase) => String(phases.indexOf(phase))}
        />
      )}
    </section>
  );
}

function statusOf({ status, statusWord }: Phase) {
  return status === 'unknown' ? (
    <Status tone="unknown">{told.phase.unknownStatus(statusWord)}</Status>
  ) : (
    <TaskStatusBadge status={status} />
  );
}

function durationOf({ status, takenMs }: Phase): string {
  if (status === 'notStarted') return '';
  return takenMs === null ? common.notReported : durationText(takenMs);
}

function bytesOf({ bytes }: Phase): string {
  return typeof bytes === 'string' ? '' : words.bytesOf(gib(bytes.transferred), gib(bytes.total));
}
