import { jobAddress } from '#src/api/arm/address.ts';
import { isRestore, type Job } from '#src/model/jobs.ts';
import { RestoreKindLine, RestoreTargetLine } from '#src/pages/jobs/RestoreLines.tsx';
import {
  RunningBytes,
  RunningJobProgress,
  RunningStatus,
  RunningTimeLeft,
} from '#src/pages/jobs/RunningJob.tsx';
import { common } from '#src/strings/common.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import type { GridColumn } from '#src/ui/grid/columns.ts';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { jobTimeColumns } from '#src/ui/grid/own-columns.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { NameLink } from '#src/ui/links.tsx';
import { TwoLines } from '#src/ui/text.tsx';

const { heads } = words;

/** Past jobs have many rows, so only jobs in progress are read one by one. */
const runs = ({ status }: Job): boolean => status === 'inProgress' || status === 'cancelling';

/** The columns of the list; what only the job itself knows is read for rows in view. */
export const jobColumns: readonly GridColumn<Job>[] = [
  {
    head: heads.status,
    width: { least: 128 },
    sortBy: 'status',
    place: 'end',
    cell: (job) =>
      runs(job) ? (
        <RunningStatus job={job} />
      ) : (
        <JobStatusBadge status={job.status} word={job.statusWord} />
      ),
  },
  {
    head: heads.instance,
    width: { least: 96, share: 1.2 },
    sortBy: 'instance',
    place: 'name',
    cell: (job) => {
      const { id, itemName, operation } = job;
      const instance = itemName || common.notReported;
      const name = <SearchMarked text={instance} />;
      if (id === '') return name;
      return (
        <TwoLines
          first={
            // Enter on the row opens it: the link is for the mouse, and for those who read by links.
            <NameLink
              to="/jobs/$jobId"
              params={{ jobId: jobAddress(id) }}
              aria-label={pages.jobs.jobOf(operation || common.job, instance)}
              tabIndex={-1}
            >
              {name}
            </NameLink>
          }
        />
      );
    },
  },
  {
    head: heads.target,
    width: { least: 96, share: 1.2 },
    leaves: 3,
    place: 'line',
    cell: (job) => isRestore(job) && <RestoreTargetLine id={job.id} />,
  },
  {
    head: heads.operation,
    width: { least: 92, share: 0.6 },
    leaves: 5,
    sortBy: 'operation',
    place: 'line',
    cell: ({ operation }) => operation || common.notReported,
  },
  {
    head: heads.kind,
    width: { least: 96, share: 1.2 },
    leaves: 1,
    place: 'line',
    cell: (job) => isRestore(job) && <RestoreKindLine id={job.id} />,
  },
  {
    head: heads.vault,
    width: { least: 96, share: 1 },
    leaves: 2,
    sortBy: 'vault',
    place: 'line',
    cell: ({ vaultName }) => <SearchMarked text={vaultName || common.notReported} />,
  },
  ...jobTimeColumns<Job>({ leaves: 6, sortBy: 'started' }),
  {
    head: heads.progress,
    width: { least: 124 },
    place: 'line',
    cell: (job) => runs(job) && <RunningJobProgress job={job} />,
  },
  {
    head: heads.remaining,
    width: { least: 132 },
    place: 'line',
    cell: (job) => runs(job) && <RunningTimeLeft job={job} />,
  },
  {
    head: heads.transferred,
    width: { least: 148 },
    leaves: 4,
    isNumber: true,
    place: 'line',
    cell: (job) => runs(job) && <RunningBytes job={job} />,
  },
];
