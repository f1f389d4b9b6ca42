import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobsQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { JobLines } from '#src/pages/overview/JobLines.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton, RouterLink } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = pages.overview;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
  },
});

/** The start page: what runs, what failed, and the way to a restore. */
export function OverviewPage() {
  const styles = useStyles();
  const jobs = useQuery(jobsQuery());
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <RouterButton appearance="primary" to="/restore/new" preload={false}>
            {common.restore}
          </RouterButton>
        }
      />
      <Loaded query={jobs} problemOf={problemOf} what={pages.jobs.what}>
        {(all) => {
          const restores = all.filter(({ operation }) => operation === 'Restore');
          return (
            <div className={styles.root}>
              <JobLines
                title={words.running}
                none={words.runningNone}
                jobs={restores.filter(({ status }) => status === 'inProgress')}
              />
              <JobLines
                title={words.attention}
                none={words.attentionNone}
                jobs={all.filter(
                  ({ status }) => status === 'failed' || status === 'completedWithWarnings',
                )}
              />
              <RouterLink to="/jobs">{words.allJobs}</RouterLink>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
