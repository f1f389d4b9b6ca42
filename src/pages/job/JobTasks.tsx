import { durationText } from '#src/lib/format.ts';
import type { JobTask } from '#src/model/job.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { TaskStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = pages.job;

const columns: Column<JobTask>[] = [
  { head: words.heads.task, cell: ({ name }) => name },
  { head: words.heads.status, cell: ({ status }) => <TaskStatusBadge status={status} /> },
  { head: words.heads.duration, isNumber: true, cell: durationOf },
];

/** The steps of a job, each with its state. */
export function JobTasks({ tasks }: { readonly tasks: readonly JobTask[] }) {
  return (
    <section>
      <SectionHeading level={2}>{words.tasks}</SectionHeading>
      {tasks.length === 0 ? (
        <p>{words.tasksNone}</p>
      ) : (
        <DataTable label={words.tasks} columns={columns} rows={tasks} rowKey={({ name }) => name} />
      )}
    </section>
  );
}

function durationOf({ status, durationMs }: JobTask): string {
  if (status === 'notStarted') return '';
  return durationMs === null ? common.notReported : durationText(durationMs);
}
