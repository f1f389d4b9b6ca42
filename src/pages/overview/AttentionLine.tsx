import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { JobDetails, JobWithErrors } from '#src/model/jobs.ts';
import { withCode } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { overview } from '#src/strings/overview.ts';
import { pages } from '#src/strings/pages.ts';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Name } from '#src/ui/text.tsx';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';

const words = overview.attention;

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '176px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  happened: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  button: { [NARROW]: { justifySelf: 'start' } },
});

interface AttentionLineProps {
  readonly job: JobWithErrors;
  /** How it stands, where that is not its status. */
  readonly state?: ReactNode;
  /** What happened, where that is not its error. */
  readonly happened?: string;
}

/** One job to look at: how it stands, what happened in one line, and one button. */
export function AttentionLine({ job, state, happened }: AttentionLineProps) {
  const styles = useStyles();
  // Not every service's lists name what a job is of, or what went wrong.
  const isRead = happened === undefined && job.errors.length === 0;
  const read = useQuery({ ...jobQuery(job.id), enabled: isRead });
  const name = pages.jobs.jobOf(job.operation, read.data?.itemName ?? job.itemName);
  const params = { jobId: jobAddress(job.id) };
  return (
    <li className={styles.root}>
      {state ?? <JobStatusBadge status={job.status} own={job.ownWord} />}
      <div>
        <RouterLink className={styles.name} to="/jobs/$jobId" params={params}>
          {name}
        </RouterLink>
        <div className={styles.happened}>
          {happened ?? <ErrorLine errors={job.errors} data={read.data} error={read.error} />}
        </div>
      </div>
      <RouterButton
        className={styles.button}
        size="small"
        to="/jobs/$jobId"
        params={params}
        aria-label={words.seeWhatToDoAbout(name)}
      >
        {words.seeWhatToDo}
      </RouterButton>
    </li>
  );
}

interface ErrorLineProps {
  /** As a list has them; empty: the job itself is read. */
  readonly errors: JobWithErrors['errors'];
  readonly data: JobDetails | undefined;
  readonly error: Error | null;
}

/** What went wrong, in its service's words. */
function ErrorLine({ errors, data, error }: ErrorLineProps) {
  const found = errors.length > 0 ? errors : data?.errors;
  if (found === undefined) return error === null ? common.reading(pages.job.what) : common.notRead;
  const [first] = found;
  return <Name>{first === undefined ? words.noReason : withCode(first.message, first.code)}</Name>;
}
