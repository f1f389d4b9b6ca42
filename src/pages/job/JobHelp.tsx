import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { JobHelpParts } from '#src/datasources/job.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Name } from '#src/ui/text.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';

const words = pages.job.help;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface JobHelpProps {
  readonly job: JobDetails;
  readonly help: JobHelpParts;
  /** The service that ran the job, by its name. */
  readonly service: string;
}

/** What helps with a job that failed: the ids for support, the guide, and alerts for the next time. */
export function JobHelp({ job, help, service }: JobHelpProps) {
  const styles = useStyles();
  return (
    <section aria-label={words.title} className={styles.root}>
      {copied(words.requestId(service), help.requestId)}
      {copied(words.activityId, job.activityId)}
      {help.remarks.map((remark) => (
        <span key={remark}>
          <Name>{remark}</Name>
        </span>
      ))}
      <span>
        {help.guideText} <OutsideLink href={help.guide}>{words.guide}</OutsideLink>
      </span>
      {help.guideText === undefined && (
        <span>{sayOf(ruleNamed(ruleSet(datasourceRules), 'datasource.alerts.tip'))}</span>
      )}
    </section>
  );
}

/** An id to be copied; nothing where it isn't known. */
function copied(label: string, id: string | null): ReactNode {
  return id !== null && <CopyText label={label} text={id} />;
}
