import { Button } from '@fluentui/react-components';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { wizard } from '#src/strings/wizard.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const words = wizard.trouble.notLoaded;

export interface NotLoadedProps {
  /** The datasource whose code it is. */
  readonly kind: string;
}

/** In place of what could not be loaded: whose code it is, that the draft is saved, and how to try again. */
export function NotLoaded({ kind }: NotLoadedProps) {
  return (
    <EmptyState title={words.body(DATASOURCES.get(kind)?.name ?? kind)}>
      {/* A browser may remember for the life of a page that a part of its code did not load. */}
      <Button appearance="primary" onClick={() => location.reload()}>
        {words.again}
      </Button>
    </EmptyState>
  );
}
