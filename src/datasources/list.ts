import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Listed, ListSource, ReadPage } from '#src/api/queries/paged.ts';
import type { VaultName } from '#src/api/recovery-services/vaults.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import type { Address } from '#src/lib/address-values.ts';
import type { CsvValue } from '#src/lib/csv.ts';
import type { SourceTag } from '#src/model/machines.ts';
import type { Retry } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { RestoreOption } from '#src/model/restore-option.ts';
import type { BackupProvider } from '#src/model/vaults.ts';
import type { ListFilter } from '#src/ui/filters/ListFilters.tsx';
import type { GridColumn, GridSort } from '#src/ui/grid/columns.ts';
import type { ColumnsContext } from '#src/ui/grid/own-columns.tsx';
import type { RowRange } from '#src/lib/list.ts';
import type { EmptyStateProps } from '#src/ui/states.tsx';

/** What every row of a list has. */
export interface ListedRow {
  readonly id: ResourceId;
}

/** A list of one kind of rows. The list page draws all of them. */
export interface ListSpec<Row extends ListedRow> {
  /** What is read, as in "Reading the backup instances." */
  readonly what: string;
  /** It stands below something else: filters, heads and rows are as low as may be. */
  readonly isDense?: boolean;
  /** What the list is of, below the commands. */
  readonly intro?: string;
  /** What a row is called where it can be chosen. */
  readonly rowName: (row: Row) => string;
  /** The list that an address asks for. Pure. */
  readonly listOf: (address: Address) => ListWanted<Row>;
  /** Draws its rows with their columns, for which it may read what lists do not hold. */
  readonly WithColumns: ComponentType<WithColumnsProps<Row>>;
}

/** What the columns of a list are drawn for. */
export interface WithColumnsProps<Row> extends ColumnsContext {
  readonly rows: Listed<Row>;
  /** The rows in view. */
  readonly range: RowRange;
  readonly children: (columns: readonly GridColumn<Row>[]) => ReactNode;
}

/** A list as an address asks for it. */
export interface ListWanted<Row> {
  readonly search: { readonly label: string; readonly value: string };
  /** In front of what narrows it. */
  readonly heading?: (rows: Listed<Row>) => ReactNode;
  /** Behind the filters that are in use. */
  readonly toggles?: (rows: Listed<Row>) => ReactNode;
  /** The places that it is narrowed to. */
  readonly scope: ListScope;
  /** What narrows it; given the filters by place. */
  readonly filters: (places: ScopeFilters) => readonly ListFilter[];
  /** How it is sorted, and how where the address does not say; left out: as it was read. */
  readonly order?: { readonly now: GridSort | undefined; readonly usual: GridSort };
  /** Parts of the address that mean nothing to this list. */
  readonly ignored: readonly string[];
  readonly source: ListSource<Row>;
  /** What stands there where no row fits. */
  readonly empty: (rows: Listed<Row>, names: PlaceNames) => EmptyStateProps;
  /** What stands in the place of the list while its address asks for too little. */
  readonly instead?: (places: ScopeFilters) => EmptyStateProps;
  /** How many rows there are, in words. */
  readonly count: (total: number, rows: Listed<Row>, names: PlaceNames) => string;
  /** What stands under the rows, beside their number. */
  readonly footer?: ReactNode;
  /** Its file for spreadsheets; left out: it has none. */
  readonly csv?: ListFile<Row>;
}

export interface ListFile<Row> {
  readonly fileName: string;
  readonly heads: readonly string[];
  /** The lines of the rows; may read what the columns show and the list doesn't hold. */
  readonly lines: (rows: readonly Row[], context: FileContext) => FileLines | Promise<FileLines>;
  /** Reads the rows of the file where the list shows some of them in another place; left out: those of the list. */
  readonly read?: ReadPage<Row>;
  /** Adds the rows that no page has to those that were read; left out: there are none. */
  readonly complete?: (rows: readonly Row[]) => readonly Row[];
}

export interface FileContext {
  readonly names: PlaceNames;
  readonly queries: QueryClient;
  /** Where the list was read at once. */
  readonly whole: Listed<unknown>['whole'];
}

export interface FileLines {
  readonly cells: readonly (readonly CsvValue[])[];
  /** What the cells lack, in sentences. */
  readonly notes: readonly string[];
}

/** A list whose kind of rows only itself knows: what uses it takes any. */
export type AnyList = <Result>(
  use: <Row extends ListedRow>(spec: ListSpec<Row>) => Result,
) => Result;

/** A list as {@link AnyList}. */
export const anyList =
  <Row extends ListedRow>(spec: ListSpec<Row>): AnyList =>
  (use) =>
    use(spec);

/** The lists of a datasource. They are loaded apart from its tasks: a list needs no wizard. */
export interface DatasourceLists {
  readonly instances: OwnList;
  /** The ways to use a backup that can be chosen before the wizard opens; left out: the wizard asks. */
  readonly restoreOptions?: readonly RestoreOption[];
  /** There where it has vaults of its own. */
  readonly vaults?: VaultList;
  /** There where vaults have a copy in a paired region: the instances of one vault there. */
  readonly secondary?: AnyList;
  /** There where Resource Graph has none of its jobs: the list of them. */
  readonly jobs?: AnyList;
}

/** A list that is shown alone, and told of beside the list of another datasource. */
export interface OwnList {
  readonly list: AnyList;
  /** There where the list of another datasource leads here. */
  readonly beside?: RowsElsewhere;
}

export interface VaultList extends OwnList {
  /** Its value of `type` in addresses. */
  readonly type: string;
  readonly name: string;
}

/** That the list of another datasource lacks these rows. */
export interface RowsElsewhere {
  /** Draws the line that says so, if there are such rows for an address. */
  readonly Line: ComponentType<BesideLineProps>;
  /** What leads to the list. */
  readonly show: string;
}

export interface BesideLineProps {
  readonly address: Address;
  /** The line, given what it says. */
  readonly children: (text: string) => ReactNode;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

export type FilterOptions = readonly Option[] | undefined;

/** A filter of a list but for its label. */
interface ScopeFilter {
  readonly part: string;
  /** Undefined: being read. */
  readonly options: FilterOptions;
  readonly chosen: readonly string[];
  /** Told when the options are looked at: thousands of vaults are read only then. */
  readonly onOpen?: () => void;
  /** Given where the options could not be read: reads them again. */
  readonly retry?: Retry | undefined;
}

export interface ScopeFilters {
  readonly subscription: ScopeFilter;
  readonly vault: ScopeFilter;
  readonly region: ScopeFilter;
  /** By the tags of VMs. */
  readonly tag: ScopeFilter;
  /** The vaults of machines; undefined: not read. */
  readonly machineVaults: readonly VaultName[] | undefined;
}

/** What a list is narrowed to, and whose vaults it can be narrowed to. */
export interface ListScope {
  /** Whose vaults are offered; left out: Recovery Services vaults. */
  readonly providers?: readonly BackupProvider[];
  readonly subscriptions?: readonly string[];
  readonly vaults?: readonly string[];
  readonly regions?: readonly string[];
  readonly tags?: readonly SourceTag[];
  /** The list is that of one vault: all vaults are read at once. */
  readonly isOfVault?: boolean;
}
