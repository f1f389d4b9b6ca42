import { DATASOURCES } from '#src/datasources/registry.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { EmptyState, ReloadNew } from '#src/ui/states.tsx';
import { wizardParts } from '#src/model/restore-option.ts';

const words = wizard.trouble.notLoaded;

export interface NotLoadedProps {
  /** The wizard whose code it is. */
  readonly kind: string;
}

/** In place of what could not be loaded: whose code it is, that the draft is saved, and the way to have it again. */
export function NotLoaded({ kind }: NotLoadedProps) {
  const { datasource } = wizardParts(kind);
  return (
    <EmptyState title={words.body(DATASOURCES.get(datasource)?.name ?? datasource)}>
      <span>{common.part.mayBeNew}</span>
      <ReloadNew appearance="primary" />
    </EmptyState>
  );
}
