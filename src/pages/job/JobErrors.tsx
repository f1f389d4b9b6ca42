import { makeStyles, tokens } from '@fluentui/react-components';
import type { JobHelpParts, JobPageParts } from '#src/datasources/job.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { readBack } from '#src/strings/read-back.ts';
import { Name } from '#src/ui/text.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import type { ReactNode } from 'react';
import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';

const words = pages.job;
const { support } = readBack;

interface JobErrorsProps {
  readonly job: JobDetails;
  readonly parts: JobPageParts;
  /** The service that ran the job, by its name. */
  readonly service: string;
}

/** What support needs of a job that went wrong, last on its page: the service's words, its code, and the IDs. */
export function JobErrors({ job, parts, service }: JobErrorsProps) {
  const styles = useStyles();
  return (
    <section aria-label={support} className={styles.root}>
      <SectionHeading level={2}>{support}</SectionHeading>
      {job.errors.length === 0 && <p>{words.errorsNone(service)}</p>}
      {job.errors.map((error) => (
        // Azure may say one thing twice.
        <div key={job.errors.indexOf(error)} className={styles.root}>
          <span>
            <Name>{readBack.cause(service, error.message)}</Name>
          </span>
          <span className={styles.second}>{words.errorCode(error.code, error.title)}</span>
          <div>
            {error.recommendations.length > 0
              ? words.recommended(service)
              : words.recommendedNone(service)}
            <ul className={styles.list}>
              {[...new Set(error.recommendations)].map((recommendation) => (
                <li key={recommendation}>
                  <Name>{recommendation}</Name>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ))}
      <JobHelp job={job} help={parts.help} service={service} />
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  second: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0 },
});

interface JobHelpProps {
  readonly job: JobDetails;
  readonly help: JobHelpParts;
  /** The service that ran the job, by its name. */
  readonly service: string;
}

/** What helps with a job that failed: the ids for support, the guide, and alerts for the next time. */
function JobHelp({ job, help, service }: JobHelpProps) {
  const styles = useStyles();
  return (
    <section aria-label={words.help.title} className={styles.root}>
      {copied(words.help.requestId(service), help.requestId)}
      {copied(words.help.activityId, job.activityId)}
      {help.remarks.map((remark) => (
        <span key={remark}>
          <Name>{remark}</Name>
        </span>
      ))}
      <span>
        {help.guideText} <OutsideLink href={help.guide}>{words.help.guide}</OutsideLink>
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
