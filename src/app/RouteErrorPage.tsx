import { Button } from '@fluentui/react-components';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { shell } from '#src/strings/shell.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';

const words = shell.failed;

/** For failures of the product itself. */
export function RouteErrorPage({ error }: ErrorComponentProps) {
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.body}>
        <span>{error instanceof Error ? error.message : String(error)}</span>
        <Button appearance="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </EmptyState>
    </>
  );
}
