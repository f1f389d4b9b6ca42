import { Button } from '@fluentui/react-components';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { wizard } from '#src/strings/wizard.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const words = wizard.trouble.notLoaded;

export interface NotLoadedProps {
  /** The datasource whose code it is. */
  readonly kind: string;
  readonly onAgain: () => void;
}

/** In place of what could not be loaded: whose code it is, that the draft is saved, and how to try again. */
export function NotLoaded({ kind, onAgain }: NotLoadedProps) {
  return (
    <EmptyState title={words.body(DATASOURCES.get(kind)?.name ?? kind)}>
      <Button appearance="primary" onClick={onAgain}>
        {words.again}
      </Button>
    </EmptyState>
  );
}
