import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { isDiskJob } from '#src/model/data-protection.ts';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import type { Phase } from '#src/model/progress/phase-list.ts';
import { DiskResult } from '#src/pages/job/disk/DiskResult.tsx';
import { JobErrors } from '#src/pages/job/JobErrors.tsx';
import { JobNextSteps } from '#src/pages/job/JobNextSteps.tsx';
import { JobProgress } from '#src/pages/job/JobProgress.tsx';
import { JobProperties, type JobPropertiesProps } from '#src/pages/job/JobProperties.tsx';
import { JobTasks } from '#src/pages/job/JobTasks.tsx';
import { JobVerdict } from '#src/pages/job/JobVerdict.tsx';
import { spokenProgress } from '#src/pages/job/spoken-progress.ts';
import type { JobNow } from '#src/pages/job/use-progress.ts';
import { notYetInVault } from '#src/strings/mend.ts';
import { pages } from '#src/strings/pages.ts';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { AdoptedNote } from '#src/wizard/AdoptedNote.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/room.ts';

const words = pages.job;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'stretch',
    flex: '1 1 auto',
    [NO_PANEL_BESIDE]: { flexDirection: 'column' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flex: '1 1 auto',
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

export interface JobViewProps extends JobPropertiesProps {
  readonly now: JobNow;
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
}

/** How a job stands, its sub-tasks, and what it is about. */
export function JobView({ job, region, now, stale }: JobViewProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const toDraft = (draftId: string) =>
    void navigate({ to: '/restore/$draftId/$step', params: { draftId, step: 'review' } });
  const { verdict, phases } = now.progress;
  const isRunning = verdict.outcome === 'running';
  const waiting = notInVault(job, phases);
  return (
    <div className={styles.root}>
      <div className={styles.main}>
        <SpokenNow label={words.progress} parts={{ ...spokenProgress(job, now.progress) }} />
        {stale !== null && (
          <MessageBar intent="warning">
            <MessageBarBody>{words.stale(stale)}</MessageBarBody>
          </MessageBar>
        )}
        <AdoptedNote jobId={job.id} onUndone={toDraft} />
        {isRunning ? <JobProgress job={job} now={now} /> : <JobVerdict job={job} now={now} />}
        {isDiskJob(job) && <DiskResult job={job} now={now} />}
        {isRunning && (
          <MessageBar>
            <MessageBarBody>
              {words.close} {region !== null && words.neverCancelled}
            </MessageBarBody>
          </MessageBar>
        )}
        <JobNextSteps job={job} outcome={verdict.outcome} />
        {(job.errors.length > 0 || job.status === 'failed') && <JobErrors job={job} />}
        {waiting !== null && <span>{waiting}</span>}
        <JobTasks phases={phases} />
      </div>
      <JobProperties job={job} region={region} />
    </div>
  );
}

/** Why the point of a backup cannot be used for Replace existing yet; null where nothing stands against it. */
function notInVault({ status }: JobDetails, phases: readonly Phase[]): string | null {
  const transfer = phases.find((phase) => phase.kind === 'transferTo');
  if (transfer === undefined || transfer.status === 'completed') return null;
  return isTerminal(status)
    ? notYetInVault.ended(transfer.name)
    : notYetInVault.running(transfer.name);
}
