import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JobDetails } from '#src/model/jobs.ts';
import { answerFacts } from '#src/pages/job/answer-facts.ts';
import type { JobOfPage } from '#src/pages/job/use-job.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { Name } from '#src/ui/text.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: 0,
  },
  fact: { flex: '1 1 120px' },
  value: { margin: 0 },
});

interface JobAnswerProps {
  readonly job: JobDetails;
  readonly now: JobOfPage;
}

/** What a person opens the page of a job for, in one row. */
export function JobAnswer({ job, now }: JobAnswerProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  return (
    <dl className={styles.row}>
      {answerFacts(job, now, draftOfJob(job.id)).map(([term, value]) => (
        <div key={term} className={styles.fact}>
          <dt className={shared.second}>{term}</dt>
          <dd className={mergeClasses(styles.value, shared.strong)}>
            <Name>{value}</Name>
          </dd>
        </div>
      ))}
    </dl>
  );
}
