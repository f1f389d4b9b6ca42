import { sameRegion } from '#src/model/places.ts';
import type { FullFacts } from './facts.ts';
import type { FullChoices } from './fields.ts';
import { all, either } from './known.ts';

/**
 * The helper functions of rules.md §1, with their meaning. Choices are read before facts, so that a
 * fact that does not matter need not be known.
 */

/** 4 TB as the rules read it, GiB (gap G-06: exactly this size is neither under nor over). */
const FOUR_TB_GIB = 4096;

/** Names, ids and subscriptions compare without letter case. */
export function same(a: string | null, b: string | null): boolean {
  return (a ?? '').toLowerCase() === (b ?? '').toLowerCase();
}

/** Whether a list of names holds one, without letter case. */
export function isAmong(names: readonly string[], name: string | null): boolean {
  return names.some((known) => same(known, name));
}

/** Encrypted as Replace existing and zones mean it; platform keys do not count (gap G-02). */
export function isEncrypted(vm: FullFacts['vm']): boolean {
  return vm.encryption === 'ADE' || isCustomerKeyed(vm);
}

/** Server-side encryption with customer keys, alone or beside the platform's. */
export function isCustomerKeyed({ encryption }: Pick<FullFacts['vm'], 'encryption'>): boolean {
  return encryption === 'SSE-CMK' || encryption === 'SSE-PMK+CMK';
}

/** Storage that zones replicate; 004's wording takes in the geo-zone sorts (000 §Storage accounts). */
export function isZoneRedundant(redundancy: string): boolean {
  return redundancy === 'ZRS' || redundancy === 'GZRS' || redundancy === 'RA-GZRS';
}

/** A vault with a copy in its paired region. */
export function isGeo({ vault }: FullFacts): boolean {
  return vault.redundancy === 'GRS' || vault.redundancy === 'RA-GRS';
}

/** The subscription restored to: the chosen one, else the one that holds the recovery points. */
export function targetSubscription({ vault }: FullFacts, c: FullChoices): string {
  return c.subscription || vault.subscription;
}

export function isCsr({ vault }: FullFacts, c: FullChoices): boolean {
  return !!c.subscription && !same(c.subscription, vault.subscription);
}

/**
 * The machine's own zone as the target subscription numbers it: each numbers the places of a region in
 * its own way. In the secondary region the number alone is carried over (000 §Restore in secondary region).
 */
export function ownZone(facts: FullFacts, c: FullChoices): string | null {
  return !c.secondary && isCsr(facts, c) ? facts.target.ownZone : facts.vm.zone;
}

/** Cross-zonal restore: a zone is chosen, and it is not the machine's own. */
export function isCzr(facts: FullFacts, c: FullChoices): boolean {
  return !!c.zone && c.zone !== ownZone(facts, c);
}

/** The primary datacenter is down and a copy lies in the pair (000 §Restore VMs with special configurations). */
export function isDisaster(facts: FullFacts, c: FullChoices): boolean {
  return (
    !c.secondary &&
    all(
      () => isGeo(facts),
      () => facts.platform.primaryDown,
    )
  );
}

/** The restore goes to the paired region, by choice or in a disaster. */
export function goesToPair(facts: FullFacts, c: FullChoices): boolean {
  return c.secondary || isDisaster(facts, c);
}

export function restoreRegion(facts: FullFacts, c: FullChoices): string | null {
  return goesToPair(facts, c) ? facts.vault.secondaryRegion : facts.vault.region;
}

/** Unmanaged disks are to come back managed; a left-over choice on a managed VM counts for nothing. */
export function asManaged({ vm }: FullFacts, c: FullChoices): boolean {
  return c.restoreAsManaged === true && !vm.isManaged;
}

/** Another zone from a point in both tiers, where that is offered: the vault's copy goes there. */
export function isCzrFromBothTiers(facts: FullFacts, c: FullChoices): boolean {
  return all(
    () => facts.point.tier === 'SnapshotAndVault',
    () => facts.policy.czrBothTiers,
    () => isCzr(facts, c),
  );
}

/** The vault's copy is read, not the instant one. */
export function readsVault(facts: FullFacts, c: FullChoices): boolean {
  return either(
    () => c.secondary,
    () => facts.point.tier === 'Vault',
    () => isCsr(facts, c),
    () => asManaged(facts, c),
    () => isCzrFromBothTiers(facts, c),
  );
}

/** At least one disk is, and always was, under 4 TB (by the largest alone where that is all we know, G-28). */
function hasDiskUnder4Tb(vm: FullFacts['vm']): boolean {
  return diskSizesGiB(vm).some((size) => size < FOUR_TB_GIB);
}

export function hasDiskOver4Tb(vm: FullFacts['vm']): boolean {
  return hasDiskOver(vm, FOUR_TB_GIB);
}

/** At least one disk is, or once was, larger than this. */
export function hasDiskOver(vm: FullFacts['vm'], sizeGiB: number): boolean {
  return diskSizesGiB(vm).some((size) => size > sizeGiB);
}

function diskSizesGiB(vm: FullFacts['vm']): readonly number[] {
  const sizes = vm.diskSizesGiB;
  return sizes === null || sizes.length === 0 ? [vm.maxDiskGiB] : sizes;
}

/** The service writes VHDs to the staging storage account: managed disks under 4 TB, from the vault. */
export function laysVhds(facts: FullFacts, c: FullChoices): boolean {
  return all(
    () => facts.vm.isManaged,
    () => readsVault(facts, c),
    () => hasDiskUnder4Tb(facts.vm),
  );
}

/** Copies that can be deleted stay in the staging storage account; disks kept unmanaged are no copies (C-35). */
export function leavesVhds(facts: FullFacts, c: FullChoices): boolean {
  return all(
    () => readsVault(facts, c),
    () => asManaged(facts, c) || (facts.vm.isManaged && hasDiskUnder4Tb(facts.vm)),
  );
}

/** The step is for machines with private-endpoint disks, unless policy shows it always (G-09). */
export function networkStepShown({ vm, policy }: FullFacts, c: FullChoices): boolean {
  return (
    c.datasource === 'azure-vm' &&
    either(
      () => vm.hasPrivateEndpointDisks,
      () => policy.networkStepAlways,
    )
  );
}

/** The network of the machine is known on both sides, so that the secondary one can be filled in. */
export function isCrrVnetKnown({ vm, target }: FullFacts): boolean {
  return all(
    () => vm.vnetInPrimary,
    () => target.vnetInSecondary,
  );
}

/** A zone means something for this machine: it is in one, or policy shows the field without (C-04). */
export function zoneCanApply({ vm, policy, vault }: FullFacts, c: FullChoices): boolean {
  return either(
    () => vm.zone !== null,
    () => policy.czrNonPinned && !c.secondary && vault.redundancy === 'ZRS',
  );
}

/**
 * The point is kept so that it can go to another zone: in the vault alone, by the documents. By newer texts
 * a copy there is enough.
 */
export function fitsOtherZones({ point, policy }: FullFacts): boolean {
  return either(
    () => point.tier === 'Vault',
    () => point.tier === 'SnapshotAndVault' && policy.czrBothTiers,
  );
}

/** The zone field is shown: what the hide-field rows about it say, written positively. */
export function zoneFieldVisible(facts: FullFacts, c: FullChoices): boolean {
  const { vm, vault, target } = facts;
  return (
    c.datasource === 'azure-vm' &&
    c.option !== 'replaceDisks' &&
    all(
      () => zoneCanApply(facts, c),
      () => !isEncrypted(vm),
      () => fitsOtherZones(facts),
      () => (c.secondary ? vault.crrEnabled : vault.redundancy === 'ZRS'),
      () => !c.secondary || target.regionHasZones,
    )
  );
}

/** The new machine stands where the source did: in its subscription and group, under its name. */
export function takesPlace(facts: FullFacts, c: FullChoices): boolean {
  return all(
    () => !isCsr(facts, c),
    () => same(c.rg, facts.vm.resourceGroup),
    () => same(c.vmName, facts.vm.name),
  );
}

/** The chosen staging storage account lies elsewhere than the vault (004, 000 §Storage accounts). */
export function isOutsideVaultRegion({ vault }: FullFacts, c: FullChoices): boolean {
  return c.staging !== null && !sameRegion(c.staging.region, vault.region);
}
