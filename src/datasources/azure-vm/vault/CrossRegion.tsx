import type { Vault } from '#src/model/vaults.ts';
import type { VaultNames, VaultPartProps } from '#src/datasources/azure-vm/vault/names.ts';
import { DocumentSentences } from '#src/datasources/azure-vm/vault/DocumentSentences.tsx';
import { CrossRegionState } from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import { VaultSection } from '#src/ui/VaultSection.tsx';
import { vaults } from '#src/strings/vaults.ts';

const words = vaults.crossRegion;

/** Whether the vault can be restored from in its paired region, what that needs and what it gives. */
export function CrossRegion({ vault, names }: VaultPartProps) {
  return (
    <VaultSection title={words.title}>
      <CrossRegionState isOn={vault.crossRegionRestore} />
      <DocumentSentences sentences={sentencesFor(vault, names)} heading={words.sourceHeading} />
    </VaultSection>
  );
}

const isGeo = ({ redundancy }: Vault): boolean => redundancy?.includes('G') === true;

function sentencesFor(vault: Vault, { region, pair = null }: VaultNames): string[] {
  const has = words.has(vault.redundancy === null ? null : vaults.redundancy[vault.redundancy]);
  const given = [words.lag, words.tier, words.kinds, words.not, words.staging(pair)];
  if (vault.crossRegionRestore === true) return [words.gives(region, pair), ...given];
  const needs = `${words.needs} ${has}`;
  const would = words.wouldGive(region, pair);
  if (vault.crossRegionRestore === null) return [words.silent, needs, would];
  return isGeo(vault) ? [needs, words.canTurnOn, would, words.lag] : [needs, would];
}
