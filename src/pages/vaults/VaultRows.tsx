import { VaultFooter } from '#src/pages/vaults/VaultFooter.tsx';
import { VaultList, type VaultListProps } from '#src/pages/vaults/VaultList.tsx';

/** The Recovery Services vaults, and how many they are. */
export function VaultRows(props: VaultListProps) {
  const { filter, list } = props;
  return (
    <>
      <VaultList key={JSON.stringify(filter)} {...props} />
      <VaultFooter total={list.first.data?.total} search={filter.search} />
    </>
  );
}
