import { useQuery } from '@tanstack/react-query';
import { unreadVaultsQuery } from '#src/api/queries/vault-names.ts';
import { instances as words } from '#src/strings/instances.ts';
import { Status } from '#src/ui/Status.tsx';

/** Says which vaults the list lacks: what may not be read is counted and not hidden. */
export function UnreadVaults() {
  const { data, error } = useQuery(unreadVaultsQuery());
  if (error !== null) return <Status tone="unknown">{words.unreadNotChecked}</Status>;
  if (data === undefined) return null;
  const { vaults, isChecked } = data;
  return (
    <>
      {vaults.length > 0 && (
        <Status tone="unknown">{words.unread(vaults.map(({ name }) => name))}</Status>
      )}
      {!isChecked && <Status tone="unknown">{words.unreadTooMany}</Status>}
    </>
  );
}
