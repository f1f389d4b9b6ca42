import { useQuery } from '@tanstack/react-query';
import { unreadVaultsQuery } from '#src/api/queries/vault-names.ts';
import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { BY_NAME } from '#src/model/instance-list.ts';
import { DisksToo } from '#src/pages/instances/disks/DisksToo.tsx';
import { InstanceList } from '#src/pages/instances/InstanceList.tsx';
import type { InstancesViewProps, RowsProps } from '#src/pages/instances/search.ts';
import type { Instances } from '#src/pages/instances/use-instances.ts';
import { instances as words } from '#src/strings/instances.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';

export interface MachineRowsProps extends InstancesViewProps, RowsProps {
  readonly machines: Instances;
}

/** The machines, and how many they are. */
export function MachineRows({ machines, wanted, onChange, chosen, onChoose }: MachineRowsProps) {
  const { filter, order } = wanted;
  const { list, sources, onRange } = machines;
  const unread = useQuery(unreadVaultsQuery());
  const count = list.first.data?.total ?? 0;
  return (
    <>
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
        onChoose={onChoose}
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
