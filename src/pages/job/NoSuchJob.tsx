import { pages } from '#src/strings/pages.ts';
import { PageHeader, JobsButton } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';

const words = pages.job;

/** What stands at an address that names no job, or nothing that can be done after one. */
export function NoSuchJob() {
  return (
    <>
      <PageHeader title={words.unknown} />
      <EmptyState title={words.unknownBody}>
        <JobsButton />
      </EmptyState>
    </>
  );
}
