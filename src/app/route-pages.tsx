import { Button } from '@fluentui/react-components';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useIsArrived } from '#src/app/page-arrival.ts';
import { isMissingCode } from '#src/lib/load.ts';
import { shell } from '#src/strings/shell.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { PageHeader } from '#src/ui/page.tsx';
import { EmptyState, ReloadNew, SkeletonRows } from '#src/ui/states.tsx';

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

/** In place of a page that takes longer than a moment to come. The first one has its place already. */
export function PendingPage() {
  return useIsArrived() && <SkeletonRows what={shell.thisPage} />;
}

/** For failures of the product itself, and for pages whose code can't be loaded: what is around them stays. */
export function RouteErrorPage({ error }: ErrorComponentProps) {
  const isMissing = isMissingCode(error);
  const { title, body } = isMissing ? shell.missing : shell.failed;
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={body}>
        <span>{error instanceof Error ? error.message : String(error)}</span>
        {isMissing ? (
          <ReloadNew appearance="primary" />
        ) : (
          <Button appearance="primary" onClick={() => location.reload()}>
            {shell.failed.reload}
          </Button>
        )}
      </EmptyState>
    </>
  );
}
