import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { JobError } from '#src/model/job.ts';
import { pages } from '#src/strings/pages.ts';

const words = pages.job;

/** What Azure says went wrong, and what it recommends. */
export function JobErrors({ errors }: { readonly errors: readonly JobError[] }) {
  return (
    <section aria-label={words.errors}>
      {errors.map((error) => (
        <MessageBar key={`${error.code} ${error.message}`} intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.errorCode(error.code)}</MessageBarTitle>
            {error.message}
            <ul>
              {error.recommendations.map((recommendation) => (
                <li key={recommendation}>{recommendation}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      ))}
    </section>
  );
}
