import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { DISKS_BY_NAME } from '#src/model/disk-instance-list.ts';
import { DiskList } from '#src/pages/instances/disks/DiskList.tsx';
import type { Disks } from '#src/pages/instances/disks/use-disks.ts';
import type { DisksWanted } from '#src/pages/instances/disks/wanted.ts';
import type { InstancesViewProps, RowsProps } from '#src/pages/instances/search.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances } from '#src/strings/instances.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';

export interface DiskRowsProps extends RowsProps, Pick<InstancesViewProps, 'onChange'> {
  readonly disks: Disks;
  readonly wanted: DisksWanted;
}

/** The protected disks over all Backup vaults, and how many they are. */
export function DiskRows({ disks, wanted, onChange, chosen, onChoose }: DiskRowsProps) {
  const { filter, order } = wanted;
  const total = disks.list.first.data?.total;
  return (
    <>
      <DiskList
        key={JSON.stringify(filter)}
        list={disks.list}
        filter={filter}
        order={order}
        onOrder={(next) => onChange({ sort: sortText(next, DISKS_BY_NAME) })}
        onRange={disks.onRange}
        chosen={chosen}
        onChoose={onChoose}
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
