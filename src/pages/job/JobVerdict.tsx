import { makeStyles, tokens } from '@fluentui/react-components';
import { durationText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { Evidence, Outcome } from '#src/model/progress/verdict.ts';
import { transferred } from '#src/pages/job/JobProgress.tsx';
import { MachineFromDisks } from '#src/pages/job/MachineFromDisks.tsx';
import type { JobNow } from '#src/pages/job/use-progress.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { azureWord, evidenceText, verdictFrom, verdicts } from '#src/strings/progress.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

const words = pages.job;

const TONES: Readonly<Record<Outcome, Tone>> = {
  running: 'running',
  done: 'done',
  doneWithWork: 'warning',
  disksOnly: 'warning',
  nothing: 'failed',
  gone: 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0 },
});

export interface JobVerdictProps {
  readonly job: JobDetails;
  readonly now: JobNow;
}

/** How a job ended, by what happened; Azure's own word stands beside it. */
export function JobVerdict({ job, now }: JobVerdictProps) {
  const styles = useStyles();
  const { verdict, ageMs } = now.progress;
  const { outcome, evidence } = verdict;
  const { title, body } = verdicts[outcome];
  const shown = evidence.filter((one) => tells(one, outcome));
  return (
    <section aria-label={words.progress} className={styles.root}>
      <div>
        <Status tone={TONES[outcome]}>
          <span className={styles.title}>{title}</span>
        </Status>
        <div>{body}</div>
        <div className={styles.small}>
          {azureWord(
            job.status === 'unknown' ? (job.statusWord ?? '') : pages.jobStatus[job.status],
          )}
        </div>
      </div>
      <span className={styles.small}>{fromText(now)}</span>
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={words.evidence}>
          {shown.map((one) => (
            <li key={JSON.stringify(one)}>{textOf(one)}</li>
          ))}
        </ul>
      )}
      <DisksLeft job={job} now={now} />
      <KeyFacts
        facts={[
          [words.took, ageMs === null ? common.notReported : durationText(ageMs)],
          ...transferred(job),
        ]}
      />
    </section>
  );
}

/** Where there are restored disks and no machine of theirs. */
function DisksLeft({ job, now: { restored, sent } }: JobVerdictProps) {
  if (restored === null || restored.disks === null || restored.disks.length === 0) return null;
  const { group, disks } = restored;
  return (
    <div>
      <MachineFromDisks job={job} group={group} disks={disks} sent={sent} />
    </div>
  );
}

function fromText({ progress: { verdict }, isTargetRead }: JobNow): string {
  if (verdict.isReadBack) return verdictFrom.target;
  return isTargetRead ? verdictFrom.tasks : verdictFrom.reading;
}

/** What stands beside already, and sub-tasks that went well, tell nothing. */
function tells(evidence: Evidence, outcome: Outcome): boolean {
  switch (evidence.kind) {
    case 'machine':
    case 'disks':
    case 'blobs':
      return true;
    case 'task':
      return outcome !== 'done' && evidence.status !== 'completed';
    case 'error':
      return outcome !== 'done';
    case 'property':
    case 'word':
      return false;
  }
}

function textOf(evidence: Evidence): string {
  return evidenceText(evidence, evidence.kind === 'task' ? pages.taskStatus[evidence.status] : '');
}
