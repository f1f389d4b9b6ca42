import { makeStyles, tokens } from '@fluentui/react-components';
import type { JobDetails } from '#src/model/job.ts';
import type { Outcome } from '#src/model/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { ruleText } from '#src/strings/rules.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { sentRestore } from '#src/wizard/sent-restore.ts';

const words = pages.job;

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0` },
});

export interface JobNextStepsProps {
  readonly job: JobDetails;
  readonly outcome: Outcome;
}

/** What is left to do after a restore that brought back what was asked for, as it was said before the restore. */
export function JobNextSteps({ job, outcome }: JobNextStepsProps) {
  const styles = useStyles();
  if (outcome !== 'done' && outcome !== 'doneWithWork') return null;
  const steps = sentRestore(job.id)?.nextSteps ?? [];
  if (steps.length === 0) return null;
  return (
    <section aria-label={words.nextSteps}>
      <SectionHeading level={2}>{words.nextSteps}</SectionHeading>
      <ul className={styles.list}>
        {steps.map((id) => (
          <li key={id}>{ruleText(id).say}</li>
        ))}
      </ul>
    </section>
  );
}
