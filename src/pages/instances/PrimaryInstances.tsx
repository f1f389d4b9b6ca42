import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { datasourceOf } from '#src/model/instance-list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { DiskRows } from '#src/pages/instances/disks/DiskRows.tsx';
import { useDisks } from '#src/pages/instances/disks/use-disks.ts';
import { disksWanted, isDisksOnly } from '#src/pages/instances/disks/wanted.ts';
import { InstanceCommands } from '#src/pages/instances/InstanceCommands.tsx';
import { InstanceFilters } from '#src/pages/instances/InstanceFilters.tsx';
import { MachineRows } from '#src/pages/instances/MachineRows.tsx';
import type { InstancesViewProps } from '#src/pages/instances/search.ts';
import { useInstances } from '#src/pages/instances/use-instances.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';

/**
 * The list over all vaults, as they stand in their own regions: of machines, or of disks. Two services
 * have them, each with columns of its own, so they are not one list; commands and filters are.
 */
export function PrimaryInstances({ wanted, onChange }: InstancesViewProps) {
  const queries = useQueryClient();
  const isDisks = isDisksOnly(wanted.filter);
  const machines = useInstances(wanted, isDisks);
  const ofDisks = disksWanted(wanted);
  const disks = useDisks(ofDisks, !isDisks);
  const { readAt, onExport, csv, list } = isDisks ? disks : machines;
  const [row, setRow] = useState<{ readonly id: ResourceId } | null>(null);
  const isOfList = row !== null && datasourceOf(row.id) === (isDisks ? 'disk' : 'vm');
  const rows = { chosen: isOfList ? row : null, onChoose: setRow, onChange };
  return (
    <>
      <InstanceCommands
        chosen={rows.chosen}
        readAt={readAt}
        onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
        onExport={onExport}
      />
      <InstanceFilters filter={wanted.filter} onChange={onChange} />
      <ListTroubles
        ignored={isDisks ? ofDisks.ignored : wanted.ignored}
        failed={list.failed}
        csv={csv}
      />
      {isDisks ? (
        <DiskRows {...rows} disks={disks} wanted={ofDisks} />
      ) : (
        <MachineRows {...rows} machines={machines} wanted={wanted} />
      )}
    </>
  );
}
