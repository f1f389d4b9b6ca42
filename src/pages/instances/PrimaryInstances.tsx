import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { unreadVaultsQuery } from '#src/api/queries/vault-names.ts';
import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { BY_NAME } from '#src/model/instance-list.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { DisksToo } from '#src/pages/instances/disks/DisksToo.tsx';
import { InstanceCommands } from '#src/pages/instances/InstanceCommands.tsx';
import { InstanceFilters } from '#src/pages/instances/InstanceFilters.tsx';
import { InstanceList } from '#src/pages/instances/InstanceList.tsx';
import type { InstancesViewProps } from '#src/pages/instances/search.ts';
import { useInstances } from '#src/pages/instances/use-instances.ts';
import { instances as words } from '#src/strings/instances.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';

/** The list over all vaults, as they stand in their own regions. */
export function PrimaryInstances({ wanted, onChange }: InstancesViewProps) {
  const { filter, order } = wanted;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ProtectedItem | null>(null);
  const { list, sources, readAt, csv, onRange, onExport } = useInstances(wanted);
  const unread = useQuery(unreadVaultsQuery());
  const count = list.first.data?.total ?? 0;
  return (
    <>
      <InstanceCommands
        chosen={chosen}
        readAt={readAt}
        onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
        onExport={onExport}
      />
      <InstanceFilters filter={filter} onChange={onChange} />
      <ListTroubles ignored={wanted.ignored} failed={list.failed} csv={csv} />
      <InstanceList
        key={JSON.stringify(filter)}
        read={list.first}
        count={count}
        rowAt={list.rowAt}
        sources={sources}
        filter={filter}
        order={order}
        onOrder={(next) => onChange({ sort: sortText(next, BY_NAME) })}
        onRange={onRange}
        chosen={chosen}
        onChoose={setChosen}
      />
      <GridFooter
        count={
          list.first.data === undefined ? '' : words.count(count, countText(count), filter.search)
        }
      >
        <DisksToo wanted={wanted} onChange={onChange} />
        <UnreadVaults read={unread} words={words.unread} />
        {chosen === null && <span>{words.chooseFirst}</span>}
      </GridFooter>
    </>
  );
}
