import { useQuery } from '@tanstack/react-query';
import { unreadVaultsQuery } from '#src/api/queries/vault-names.ts';
import { countText } from '#src/lib/format.ts';
import { BackupVaultsToo } from '#src/pages/vaults/backup/BackupVaultsToo.tsx';
import { vaults as words } from '#src/strings/vaults.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { UnreadVaults } from '#src/ui/UnreadVaults.tsx';

export interface VaultFooterProps {
  /** Undefined: not read yet. */
  readonly total: number | undefined;
  readonly search: string;
}

/** How many vaults there are, and which of them may not be looked into. */
export function VaultFooter({ total, search }: VaultFooterProps) {
  const unread = useQuery(unreadVaultsQuery());
  return (
    <GridFooter count={total === undefined ? '' : words.count(total, countText(total), search)}>
      <BackupVaultsToo />
      <UnreadVaults read={unread} words={words.unread} />
    </GridFooter>
  );
}
