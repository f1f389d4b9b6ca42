import { gibOf } from '#src/lib/bytes.ts';
import { durationText } from '#src/lib/format.ts';
import type { Phase } from '#src/progress/phases.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { progress as figures } from '#src/strings/progress.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Status, TaskStatusBadge } from '#src/ui/Status.tsx';
import { shortRangeText } from '#src/progress/live/progress-text.ts';
import { SectionHeading } from '#src/ui/page.tsx';

const words = pages.job;

const columns = (service: string): Column<Phase>[] => [
  { head: words.heads.task, cell: ({ name }) => (name === '' ? figures.phase.unnamed : name) },
  { head: words.heads.status, cell: (phase) => statusOf(service, phase) },
  { head: words.heads.duration, isNumber: true, cell: durationOf },
];
const usual: Column<Phase> = {
  head: words.heads.usual,
  cell: (phase) => (phase.usual === null ? '' : figures.usual(shortRangeText(phase.usual))),
};
const transferred: Column<Phase> = { head: words.heads.transferred, cell: bytesOf };

interface JobTasksProps {
  readonly phases: readonly Phase[];
  /** The service that runs the job, by its name. */
  readonly service: string;
}

/** The subtasks of a job, each with its state, and with the facts of past jobs and Azure if there are any. */
export function JobTasks({ phases, service }: JobTasksProps) {
  const shown = [
    ...columns(service),
    ...(phases.some((phase) => phase.usual !== null) ? [usual] : []),
    ...(phases.some((phase) => bytesOf(phase) !== '') ? [transferred] : []),
  ];
  return (
    <section>
      <SectionHeading level={2}>{words.tasks}</SectionHeading>
      {phases.length === 0 ? (
        <p>{words.tasksNone(service)}</p>
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

function statusOf(service: string, { status, statusWord, ownWord }: Phase) {
  return status === 'unknown' ? (
    <Status tone="unknown">{figures.phase.unknownStatus(service, statusWord)}</Status>
  ) : (
    <TaskStatusBadge status={status} own={ownWord} />
  );
}

function durationOf({ status, takenMs }: Phase): string {
  if (status === 'notStarted') return '';
  return takenMs === null ? common.notReported : durationText(takenMs);
}

function bytesOf({ bytes }: Phase): string {
  return typeof bytes === 'string' ? '' : gibOf(bytes, words.bytesOf);
}
