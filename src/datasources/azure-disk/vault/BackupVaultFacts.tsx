import { useQuery } from '@tanstack/react-query';
import { subscriptionNamesQuery, useRegionNames } from '#src/api/resources/places.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Status } from '#src/ui/Status.tsx';
import { VaultSection } from '#src/ui/VaultSection.tsx';

const words = diskPages.vaults;

/** What a Backup vault is, where it is stored, and its identity. */
export function BackupVaultFacts({ vault }: { readonly vault: BackupVault }) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const { subscriptionId, region, principalId } = vault;
  return (
    <VaultSection title={vaults.one.facts}>
      <KeyFacts
        facts={[
          [words.type, words.types.backup],
          [vaults.one.subscription, names?.[subscriptionId.toLowerCase()] ?? subscriptionId],
          [vaults.one.group, vault.resourceGroup],
          [vaults.one.region, regions[region.toLowerCase()] ?? region],
          [
            words.heads.identity,
            <Status key="identity" tone={principalId === null ? 'warning' : 'done'}>
              {principalId === null ? words.one.noIdentity : words.one.identityOf(principalId)}
            </Status>,
          ],
        ]}
      />
      <CopyText label={vaults.one.vaultId} text={vault.id} />
    </VaultSection>
  );
}
