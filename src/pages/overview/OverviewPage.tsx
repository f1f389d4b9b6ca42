import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { jobsQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { Job } from '#src/model/job.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { JobLines } from '#src/pages/overview/JobLines.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton, RouterLink } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = pages.overview;

// Drafts belong to the wizard, which the start page does not load before it is drawn.
const DraftLines = lazy(async () => {
  const { DraftLines: lines } = await import('#src/wizard/DraftLines.tsx');
  return { default: lines };
});

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
      <div className={styles.root}>
        <Loaded query={jobs} problemOf={problemOf} what={pages.jobs.what}>
          {(all) => (
            <>
              <JobLines
                title={words.running}
                none={words.runningNone}
                jobs={all.filter(isRunningRestore)}
              />
              <JobLines
                title={words.attention}
                none={words.attentionNone}
                jobs={all.filter(needsAttention)}
              />
              <RouterLink to="/jobs">{words.allJobs}</RouterLink>
            </>
          )}
        </Loaded>
        <Suspense>
          <DraftLines />
        </Suspense>
      </div>
    </>
  );
}

function isRunningRestore({ operation, status }: Job): boolean {
  return operation === 'Restore' && status === 'inProgress';
}

function needsAttention({ status }: Job): boolean {
  return status === 'failed' || status === 'completedWithWarnings';
}
