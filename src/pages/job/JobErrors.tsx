import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import type { JobHelpParts, JobMending, JobPageParts } from '#src/datasources/job.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { Name } from '#src/ui/text.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import type { ReactNode } from 'react';
import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';

const words = pages.job;

interface JobErrorsProps {
  readonly job: JobDetails;
  readonly parts: JobPageParts;
  /** The service that ran the job, by its name. */
  readonly service: string;
}

/** What to do about the errors of a job, above what they say: the step that avoids them, and recommendations. */
export function JobErrors({ job, parts, service }: JobErrorsProps) {
  return (
    <section aria-label={words.errors}>
      {job.errors.length === 0 && <p>{words.errorsNone(service)}</p>}
      {job.errors.map((error) => (
        // Azure may say one thing twice.
        <MessageBar key={job.errors.indexOf(error)} intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.errorCode(error.code, error.title)}</MessageBarTitle>
            <Mend job={job} mending={parts.mendingOf(error)} />
            <div>
              {error.recommendations.length > 0
                ? words.recommended(service)
                : words.recommendedNone(service)}
            </div>
            <ul>
              {[...new Set(error.recommendations)].map((recommendation) => (
                <li key={recommendation}>
                  <Name>{recommendation}</Name>
                </li>
              ))}
            </ul>
            <div>
              <Name>{error.message}</Name>
            </div>
          </MessageBarBody>
        </MessageBar>
      ))}
      <JobHelp job={job} help={parts.help} service={service} />
    </section>
  );
}

interface MendProps {
  readonly job: JobDetails;
  readonly mending: JobMending | null;
}

function Mend({ job, mending }: MendProps) {
  if (mending === null) return null;
  const { cause, link, field } = mending;
  return (
    <div>
      {cause}{' '}
      <RouterLink
        to="/restore/new"
        search={{ again: jobAddress(job.id), mend: field }}
        preload={false}
      >
        {link}
      </RouterLink>
    </div>
  );
}

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
