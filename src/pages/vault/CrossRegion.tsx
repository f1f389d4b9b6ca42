import type { Vault } from '#src/model/recovery-services.ts';
import type { VaultNames } from '#src/pages/vault/names.ts';
import { Said } from '#src/pages/vault/Said.tsx';
import { VaultSection } from '#src/pages/vault/VaultSection.tsx';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { Status } from '#src/ui/Status.tsx';

const words = vaults.crossRegion;

export interface CrossRegionProps {
  readonly vault: Vault;
  readonly names: VaultNames;
}

/** Whether the vault can be restored from in its paired region, what that needs and what it gives. */
export function CrossRegion({ vault, names }: CrossRegionProps) {
  return (
    <VaultSection title={words.title}>
      {stateOf(vault)}
      <Said sentences={sentencesFor(vault, names)} heading={words.sourceHeading} />
    </VaultSection>
  );
}

function stateOf({ crossRegionRestore }: Vault) {
  if (crossRegionRestore === null) return <Status tone="unknown">{common.notReported}</Status>;
  return crossRegionRestore ? (
    <Status tone="done">{words.on}</Status>
  ) : (
    <Status tone="cancelled">{words.off}</Status>
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
