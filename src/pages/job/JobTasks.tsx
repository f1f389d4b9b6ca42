import { makeStyles, tokens } from '@fluentui/react-components';
import { durationText } from '#src/lib/format.ts';
import type { JobTask } from '#src/model/job.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { TaskStatusBadge } from '#src/ui/JobStatusBadge.tsx';

const words = pages.job;

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const columns: Column<JobTask>[] = [
  { head: words.heads.task, cell: ({ name }) => name },
  { head: words.heads.status, cell: ({ status }) => <TaskStatusBadge status={status} /> },
  { head: words.heads.duration, isNumber: true, cell: durationOf },
];

/** The steps of a job, each with its state. */
export function JobTasks({ tasks }: { readonly tasks: readonly JobTask[] }) {
  const styles = useStyles();
  return (
    <section>
      <h2 className={styles.heading}>{words.tasks}</h2>
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
