import { makeStyles, tokens } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Job } from '#src/model/job.ts';
import { pages } from '#src/strings/pages.ts';
import { JobStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
  },
  second: { color: tokens.colorNeutralForeground2 },
});

export interface JobLinesProps {
  readonly title: string;
  readonly none: string;
  readonly jobs: readonly Job[];
}

/** A few jobs under a heading, each a link. */
export function JobLines({ title, none, jobs }: JobLinesProps) {
  const styles = useStyles();
  return (
    <section>
      <SectionHeading level={2}>{title}</SectionHeading>
      {jobs.length === 0 && <p>{none}</p>}
      <ul className={styles.list}>
        {jobs.map((job) => (
          <li key={job.id} className={styles.line}>
            <JobStatusBadge status={job.status} />
            <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(job.id) }}>
              {pages.jobs.jobOf(job.operation, job.itemName)}
            </RouterLink>
            <span className={styles.second}>
              {job.startedAt === null
                ? job.vaultName
                : `${dateTimeText(job.startedAt)}, ${job.vaultName}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
