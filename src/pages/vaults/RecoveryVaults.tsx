import { usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { vaultPages } from '#src/api/queries/vaults.ts';
import { sortText } from '#src/lib/address-values.ts';
import { VAULTS_BY_NAME } from '#src/model/vault-list.ts';
import type { VaultsSearch, VaultsWanted } from '#src/pages/vaults/search.ts';
import { VaultCommands } from '#src/pages/vaults/VaultCommands.tsx';
import { VaultFilters } from '#src/pages/vaults/VaultFilters.tsx';
import { VaultFooter } from '#src/pages/vaults/VaultFooter.tsx';
import { VaultList } from '#src/pages/vaults/VaultList.tsx';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';

export interface VaultsViewProps {
  readonly wanted: VaultsWanted;
  readonly onChange: (change: Partial<VaultsSearch>) => void;
}

/** The Recovery Services vaults over all subscriptions. */
export function RecoveryVaults({ wanted, onChange }: VaultsViewProps) {
  const { filter, order, ignored } = wanted;
  const [range, onRange] = useRowRange();
  const list = usePaged(vaultPages(filter, order), range);
  return (
    <>
      <VaultCommands readAt={oldestReadAt(list.pages.map(({ key }) => key))} />
      <VaultFilters filter={filter} onChange={onChange} />
      <ListTroubles ignored={ignored} failed={list.failed} />
      <VaultList
        key={JSON.stringify(filter)}
        list={list}
        filter={filter}
        order={order}
        onOrder={(next) => onChange({ sort: sortText(next, VAULTS_BY_NAME) })}
        onRange={onRange}
      />
      <VaultFooter total={list.first.data?.total} search={filter.search} />
    </>
  );
}
