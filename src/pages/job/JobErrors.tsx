import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import type { JobMending, JobPageParts } from '#src/datasources/job.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { JobHelp } from '#src/pages/job/JobHelp.tsx';
import { pages } from '#src/strings/pages.ts';
import { Name } from '#src/ui/text.tsx';
import { RouterLink } from '#src/ui/links.tsx';

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
