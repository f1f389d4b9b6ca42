import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import type { JobDetails, JobError } from '#src/model/job.ts';
import { JobHelp } from '#src/pages/job/JobHelp.tsx';
import { mendingOf } from '#src/pages/job/mending.ts';
import { mend } from '#src/strings/mend.ts';
import { pages } from '#src/strings/pages.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = pages.job;

/** What Azure says went wrong and recommends, and the way to the step of the wizard that mends it. */
export function JobErrors({ job }: { readonly job: JobDetails }) {
  return (
    <section aria-label={words.errors}>
      {job.errors.length === 0 && <p>{words.errorsNone}</p>}
      {job.errors.map((error) => (
        // Azure may say one thing twice.
        <MessageBar key={job.errors.indexOf(error)} intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.errorCode(error.code, error.title)}</MessageBarTitle>
            <div>{error.message}</div>
            <div>
              {error.recommendations.length > 0 ? words.recommended : words.recommendedNone}
            </div>
            <ul>
              {[...new Set(error.recommendations)].map((recommendation) => (
                <li key={recommendation}>{recommendation}</li>
              ))}
            </ul>
            {job.restoreKind !== null && <Mend job={job} error={error} />}
          </MessageBarBody>
        </MessageBar>
      ))}
      <JobHelp job={job} />
    </section>
  );
}

function Mend({ job, error }: { readonly job: JobDetails; readonly error: JobError }) {
  const mending = mendingOf(error);
  if (mending === null) return null;
  const { cause, link } = mend[mending.about];
  return (
    <div>
      {cause}{' '}
      <RouterLink
        to="/restore/new"
        search={{ again: jobAddress(job.id), mend: mending.field }}
        preload={false}
      >
        {link}
      </RouterLink>
    </div>
  );
}
