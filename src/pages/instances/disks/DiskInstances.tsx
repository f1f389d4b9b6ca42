import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { DISKS_BY_NAME } from '#src/model/disk-instance-list.ts';
import { DiskFilters } from '#src/pages/instances/disks/DiskFilters.tsx';
import { DiskList } from '#src/pages/instances/disks/DiskList.tsx';
import { useDisks } from '#src/pages/instances/disks/use-disks.ts';
import { disksWanted } from '#src/pages/instances/disks/wanted.ts';
import { InstanceCommands } from '#src/pages/instances/InstanceCommands.tsx';
import type { InstancesViewProps } from '#src/pages/instances/search.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances } from '#src/strings/instances.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';

/** The protected disks over all Backup vaults. */
export function DiskInstances({ wanted: asked, onChange }: InstancesViewProps) {
  const queries = useQueryClient();
  const wanted = disksWanted(asked);
  const { filter, order } = wanted;
  const [chosen, setChosen] = useState<DiskBackupInstance | null>(null);
  const { list, readAt, csv, onRange, onExport } = useDisks(wanted);
  const total = list.first.data?.total;
  return (
    <>
      <InstanceCommands
        chosen={chosen}
        readAt={readAt}
        onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
        onExport={onExport}
      />
      <DiskFilters filter={filter} onChange={onChange} />
      <ListTroubles ignored={wanted.ignored} failed={list.failed} csv={csv} />
      <DiskList
        key={JSON.stringify(filter)}
        list={list}
        filter={filter}
        order={order}
        onOrder={(next) => onChange({ sort: sortText(next, DISKS_BY_NAME) })}
        onRange={onRange}
        chosen={chosen}
        onChoose={setChosen}
      />
      <GridFooter
        count={
          total === undefined ? '' : diskPages.list.count(total, countText(total), filter.search)
        }
      >
        {chosen === null && <span>{instances.chooseFirst}</span>}
      </GridFooter>
    </>
  );
}
