import { makeStyles, tokens } from '@fluentui/react-components';
import type { JobDetails } from '#src/model/jobs.ts';
import type { JobEnd } from '#src/progress/verdict.ts';
import { JobAnswer } from '#src/pages/job/JobAnswer.tsx';
import type { JobOfPage } from '#src/pages/job/use-job.ts';
import { verdictLines } from '#src/pages/job/verdict-lines.ts';
import { pages } from '#src/strings/pages.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const words = pages.job;

const TONES: Readonly<Record<JobEnd, Tone>> = {
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

interface JobVerdictProps {
  readonly job: JobDetails;
  readonly now: JobOfPage;
}

/** How a job ended, by what happened, each thing once. */
export function JobVerdict({ job, now }: JobVerdictProps) {
  const styles = useStyles();
  const { parts, verdict, service } = now;
  const lines = verdictLines(service, job, verdict, parts.isTargetRead);
  const { title, body, word, from, evidence } = lines;
  return (
    <section aria-label={words.progress} className={styles.root}>
      <div>
        <Status tone={TONES[verdict.outcome]}>
          <span className={styles.title}>{title}</span>
        </Status>
        {body !== null && <div>{body}</div>}
        {word !== null && <div className={styles.small}>{word}</div>}
      </div>
      {from !== null && <span className={styles.small}>{from}</span>}
      {evidence.length > 0 && (
        <ul className={styles.list} aria-label={words.evidence}>
          {evidence.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <JobAnswer job={job} now={now} />
      {parts.afterVerdict}
    </section>
  );
}
