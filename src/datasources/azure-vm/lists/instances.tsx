import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type SourceMachines, sourceMachinesQuery } from '#src/api/compute/machines.ts';
import { instancePages } from '#src/api/recovery-services/items.ts';
import { inPages } from '#src/api/queries/paged.ts';
import { unreadVaultsQuery } from '#src/api/recovery-services/vaults.ts';
import {
  BesideRowsContext,
  instancesCsv,
  machineColumns,
} from '#src/datasources/azure-vm/lists/columns.tsx';
import { machinesWanted } from '#src/datasources/azure-vm/lists/wanted.ts';
import type { ListSpec, WithColumnsProps } from '#src/datasources/list.ts';
import {
  BY_NAME,
  HEALTHS,
  POINT_FILTERS,
  type ProtectedItem,
  SOURCES,
} from '#src/model/instances.ts';
import { instances as words } from '#src/strings/instances.ts';
import { optionsOf } from '#src/ui/filters/ListFilters.tsx';
import { listWords } from '#src/ui/filters/list-words.ts';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';
import { useNow } from '#src/ui/use-now.ts';

/** "2 h ago" is looked at again this often. */
const AGO_MS = 60_000;

const healths = optionsOf(HEALTHS, words.health);
const sources = optionsOf(SOURCES, words.sources);
const older = optionsOf(POINT_FILTERS, words.older);

/** The backup instances of VMs in all Recovery Services vaults. */
export const instances: ListSpec<ProtectedItem> = {
  what: words.what,
  rowName: ({ friendlyName }) => friendlyName,
  listOf: (address) => {
    const { filter, order, ignored } = machinesWanted(address);
    const labels = words.filters;
    return {
      ...listWords(words, filter),
      scope: filter,
      filters: ({ subscription, vault, region, tag }) => [
        { ...subscription, label: labels.subscription },
        { ...vault, label: labels.vault },
        { ...region, label: labels.region },
        { part: 'health', label: labels.health, options: healths, chosen: filter.healths },
        { part: 'older', label: labels.older, options: older, chosen: filter.older },
        { part: 'source', label: labels.source, options: sources, chosen: filter.sources },
        { ...tag, label: labels.tag },
      ],
      order: { now: order, usual: BY_NAME },
      ignored,
      source: inPages(instancePages(filter, order)),
      footer: <Unread />,
      csv: instancesCsv,
    };
  },
  WithColumns: (props) => <MachineColumns {...props} isSecondary={false} />,
};

interface MachineColumnsProps extends WithColumnsProps<ProtectedItem> {
  /** The rows are those of a secondary region. */
  readonly isSecondary: boolean;
}

/** What lists do not hold is read for the pages in view: whether a machine is still there. */
export function MachineColumns(props: MachineColumnsProps) {
  const { subscriptions, regions, linkTo, rows, isSecondary, children } = props;
  const now = useNow(AGO_MS);
  const machines = useQueries({
    queries: rows.pages.map((page) => sourceMachinesQuery(page.key, page.rows)),
    combine: together,
  });
  const columns = useMemo(
    () => machineColumns({ subscriptions, regions, linkTo }, isSecondary),
    [subscriptions, regions, linkTo, isSecondary],
  );
  const beside = useMemo(() => ({ now, sources: machines }), [now, machines]);
  return <BesideRowsContext value={beside}>{children(columns)}</BesideRowsContext>;
}

/** The vaults whose instances are missing. */
function Unread() {
  return <UnreadVaults read={useQuery(unreadVaultsQuery())} words={words.unread} />;
}

/** One object as long as nothing in it changes, so that rows are not drawn again for nothing. */
function together(results: readonly UseQueryResult<SourceMachines>[]): SourceMachines {
  return Object.fromEntries(results.flatMap(({ data }) => Object.entries(data ?? {})));
}
