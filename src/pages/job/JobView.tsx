import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { JobSpec } from '#src/datasources/job.ts';
import { machinesMade } from '#src/model/next-steps.ts';
import { JobErrors } from '#src/pages/job/JobErrors.tsx';
import { JobProperties, type JobPropertiesProps } from '#src/pages/job/JobProperties.tsx';
import { JobTasks } from '#src/pages/job/JobTasks.tsx';
import { SecondJobNote } from '#src/pages/job/SecondJobNote.tsx';
import { spokenProgress } from '#src/pages/job/spoken-progress.ts';
import { isGood } from '#src/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/styles.ts';
import { AdoptedNote } from '#src/wizard/draft/AdoptedNote.tsx';
import { AfterList, useAfterwards } from '#src/wizard/next-steps/afterwards.tsx';

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

interface JobViewProps extends JobPropertiesProps {
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
  /** What knows what was done after it. */
  readonly spec: Pick<JobSpec, 'afterwards'>;
  /** Its progress, or its verdict. */
  readonly children: ReactNode;
}

/** The page of a job: what to do where it failed, the answer, its subtasks, and then the rest. */
export function JobView({ job, now, stale, spec, children }: JobViewProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const toDraft = (draftId: string) =>
    void navigate({ to: '/restore/$draftId/$step', params: { draftId, step: 'review' } });
  const { cancel, second, result, note, nextSteps, commands } = now.parts;
  const { outcome } = now.verdict;
  const after = useAfterwards(job.id, spec);
  const isWell = isGood(outcome);
  // A VM that was made of its disks has next steps, however the job ended.
  const hasResult = isWell || machinesMade(after).length > 0;
  const errors = (job.errors.length > 0 || job.status === 'failed') && (
    <JobErrors job={job} parts={now.parts} service={now.service} />
  );
  return (
    <div className={styles.root}>
      <div className={styles.main}>
        <SpokenNow label={words.progress} parts={{ ...spokenProgress(job, now) }} />
        {!isWell && errors}
        {stale !== null && (
          <MessageBar intent="warning">
            <MessageBarBody>{words.stale(stale)}</MessageBarBody>
          </MessageBar>
        )}
        <AdoptedNote jobId={job.id} onUndone={toDraft} />
        {second !== null && <SecondJobNote {...{ job, second }} service={now.service} />}
        {children}
        <AfterList jobId={job.id} lines={after} />
        {note !== null && <span>{note}</span>}
        <JobTasks phases={now.progress.phases} service={now.service} />
        {isWell && errors}
        {result}
        {outcome === 'running' && (
          <MessageBar>
            <MessageBarBody>
              {words.close(now.service)} {'never' in cancel && cancel.whileRunning}
            </MessageBarBody>
          </MessageBar>
        )}
        {hasResult && nextSteps}
        {commands}
      </div>
      <JobProperties job={job} now={now} />
    </div>
  );
}
