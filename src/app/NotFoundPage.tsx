import { shell } from '#src/strings/shell.ts';
import { EmptyState } from '#src/ui/states.tsx';
import { PageHeader } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';

const words = shell.notFound;

/** For addresses that no route takes. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.body}>
        <RouterButton appearance="primary" to="/">
          {words.toOverview}
        </RouterButton>
        <RouterButton to="/instances">{words.toInstances}</RouterButton>
      </EmptyState>
    </>
  );
}
