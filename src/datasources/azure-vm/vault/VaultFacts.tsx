import { listText } from '#src/lib/wording.ts';
import { useQuery } from '@tanstack/react-query';
import { vaultEncryptionQuery } from '#src/api/recovery-services/vaults.ts';
import type { Vault, VaultEncryption } from '#src/model/vaults.ts';
import type { VaultPartProps } from '#src/datasources/azure-vm/vault/names.ts';
import { VaultSection } from '#src/ui/VaultSection.tsx';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

const words = vaults.one;

/** What a vault is and where it stands. */
export function VaultFacts({ vault, names }: VaultPartProps) {
  const encryption = useQuery(vaultEncryptionQuery(vault.id));
  return (
    <VaultSection title={words.facts}>
      <KeyFacts
        facts={[
          [words.subscription, names.subscription],
          [words.group, vault.resourceGroup],
          [words.region, names.region],
          [words.paired, names.pair === undefined ? common.notRead : (names.pair ?? words.noPair)],
          [
            words.redundancy,
            vault.redundancy === null
              ? common.notReported
              : `${vaults.redundancy[vault.redundancy]} (${vault.redundancy})`,
          ],
          [words.identities, identitiesOf(vault)],
          [words.encryption, encryptionOf(encryption.data)],
          ...(names.movedFrom === null
            ? []
            : [[words.movedFrom, names.movedFrom] satisfies [string, string]]),
        ]}
      />
      <CopyText label={words.vaultId} text={vault.id} />
    </VaultSection>
  );
}

function identitiesOf({ identities, userIdentityIds }: Vault): string {
  if (identities.length === 0) return words.identity.none;
  return listText(
    identities.map((kind) =>
      kind === 'system' ? words.identity.system : words.identity.user(userIdentityIds.length),
    ),
  );
}

function encryptionOf(encryption: VaultEncryption | undefined): string {
  if (encryption === undefined) return common.notRead;
  const { usesCustomerKey } = encryption;
  if (usesCustomerKey === null) return common.notReported;
  return usesCustomerKey ? words.customerKey : words.platformKey;
}
