import { useQuery } from '@tanstack/react-query';
import { unreadVaultsQuery } from '#src/api/queries/vault-names.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { Status } from '#src/ui/Status.tsx';

/** Says which vaults of the list may be seen and not looked into: they are counted and not hidden. */
export function ClosedVaults() {
  const { data, error } = useQuery(unreadVaultsQuery());
  if (error !== null) return <Status tone="unknown">{words.closedNotChecked}</Status>;
  if (data === undefined) return null;
  const { vaults, isChecked } = data;
  return (
    <>
      {vaults.length > 0 && (
        <Status tone="unknown">{words.closed(vaults.map(({ name }) => name))}</Status>
      )}
      {!isChecked && <Status tone="unknown">{words.closedTooMany}</Status>}
    </>
  );
}
