import { Button } from '@fluentui/react-components';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { isMissingCode } from '#src/lib/load.ts';
import { shell } from '#src/strings/shell.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { EmptyState, ReloadNew } from '#src/ui/states.tsx';

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
