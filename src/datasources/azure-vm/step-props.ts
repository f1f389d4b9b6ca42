import type { ReactNode } from 'react';
import type { ListedPreflight } from '#src/datasources/azure-vm/checks/use-preflight.ts';
import type { RequestViewProps } from '#src/wizard/review/RequestView.tsx';
import type { PanelProps } from '#src/wizard/task.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

/** What a part of a step is given that leads to other steps. */
export interface ViewProps {
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** What the panel of Review is given. */
export interface ReviewProps extends PanelProps<DraftView> {
  /** Null while a required selection is missing; `reading` while Azure responds. */
  readonly preview: () => RequestViewProps['preview'];
  /** What the list before a restore is made from. */
  readonly preflight: ListedPreflight;
  /** The box by which the warnings of that list are read. */
  readonly warnings: ReactNode;
}
