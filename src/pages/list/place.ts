import type { LinkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedRow, ListSpec } from '#src/datasources/list.ts';
import type { Address } from '#src/lib/address-values.ts';
import type { ListFilter, ListFiltersProps } from '#src/ui/filters/ListFilters.tsx';
import type { LinkTo } from '#src/ui/grid/own-columns.tsx';

/** What a page makes of any list that it shows. */
export interface ListPlace {
  /** What the list holds, for screen readers. */
  readonly title: string;
  /** What its command bar is called. */
  readonly commandsLabel: string;
  /** The commands stand beside the title, where there is room. */
  readonly isInOneRow?: boolean;
  /** The main command, with its name or as an icon. */
  readonly firstCommand?: (isIcon: boolean) => ReactNode;
  /** The commands of the page; given the chosen row, null when none is. */
  readonly commands?: (chosen: string | null) => ReactNode;
  /** A name as the link that opens its row. */
  readonly linkTo: LinkTo;
  /** Where a row is opened; null: nowhere. */
  readonly target: (id: string) => LinkOptions | null;
  /** There where rows can be chosen: what stands under the list while none is. */
  readonly choosing?: { readonly hint: string | null };
}

export interface ListPageProps<Row extends ListedRow> {
  readonly spec: ListSpec<Row>;
  readonly place: ListPlace;
  /** At the right of the title. */
  readonly actions?: ReactNode;
  readonly address: Address;
  readonly onChange: ListFiltersProps['onChange'];
  /** The filter that chooses between lists; null: there is one list. */
  readonly picker: ListFilter | null;
  /** Parts of the address that mean nothing to the page. */
  readonly ignored: readonly string[];
  readonly pinned?: ListFiltersProps['pinned'];
  readonly pictures?: ListFiltersProps['pictures'];
  /** Between the commands and the filters. */
  readonly lead?: ReactNode;
  /** What stands there is being read, and decides where all else stands: nothing of that is drawn. */
  readonly isWaiting?: boolean;
  /** Between the filters and the rows. */
  readonly above?: ReactNode;
  /** Under the rows. */
  readonly footer?: ReactNode;
}
