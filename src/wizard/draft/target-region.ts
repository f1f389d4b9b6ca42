import { sameRegion } from '#src/model/region.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

type Asked = Pick<Reads, 'vault' | 'regions'>;
type Wanted = Pick<DraftChoices, 'regionView' | 'outage'>;

/**
 * Whether a draft's restore goes to the secondary region: it is asked for, and the vault does not say
 * that it keeps nothing there. Without Cross Region Restore the rules take the choice away.
 */
export function goesToSecondary(
  { regionView }: Pick<DraftChoices, 'regionView'>,
  { vault }: Pick<Reads, 'vault'>,
): boolean {
  return regionView === 'secondary' && known(vault)?.crossRegionRestore !== false;
}

/**
 * Whether the vault's copy in the paired region is restored from because the primary datacenter is
 * down (document 000, Restore VMs with special configurations). Only a geo-redundant vault has one.
 */
export function goesToPair(choices: Wanted, reads: Pick<Reads, 'vault'>): boolean {
  const redundancy = known(reads.vault)?.redundancy;
  return (
    choices.outage === 'region' &&
    !goesToSecondary(choices, reads) &&
    (redundancy === 'GRS' || redundancy === 'RA-GRS')
  );
}

/** Whether a draft's restore makes things in the pair of the vault's region. */
export function goesElsewhere(choices: Wanted, reads: Pick<Reads, 'vault'>): boolean {
  return goesToSecondary(choices, reads) || goesToPair(choices, reads);
}

/** The pair of the vault's region; null where it has none, undefined while that is not known. */
export function pairedRegion({ vault, regions }: Asked): string | null | undefined {
  const own = known(vault)?.region;
  return known(regions)?.find(({ name }) => sameRegion(name, own))?.pairedRegion;
}

/**
 * The region in which a draft's restore makes things; null where the vault's region has no pair,
 * undefined while it is not known.
 */
export function targetRegion(choices: Wanted, reads: Asked): string | null | undefined {
  return goesElsewhere(choices, reads) ? pairedRegion(reads) : known(reads.vault)?.region;
}

/** The same by the name that people know it by; null where it is not known. */
export function targetRegionName(choices: Wanted, reads: Asked): string | null {
  return regionNamed(targetRegion(choices, reads), reads);
}

/** The vault's own region, by the name that people know it by. */
export function ownRegionName(reads: Asked): string | null {
  return regionNamed(known(reads.vault)?.region, reads);
}

/** The pair of the vault's region, by the name that people know it by. */
export function pairName(reads: Asked): string | null {
  return regionNamed(pairedRegion(reads), reads);
}

function regionNamed(
  region: string | null | undefined,
  { regions }: Pick<Reads, 'regions'>,
): string | null {
  if (region === null || region === undefined) return null;
  return known(regions)?.find(({ name }) => sameRegion(name, region))?.displayName ?? region;
}

/**
 * What a vault has left when its datacenter is down: a copy in the paired region, to be restored at
 * any time (`secondary`) or only in a disaster (`pair`), copies in the zones of its region, or one.
 */
export type CopiesLeft = 'secondary' | 'pair' | 'zones' | 'one' | 'unknown';

export function copiesLeft({ vault }: Pick<Reads, 'vault'>): CopiesLeft {
  const { redundancy = null, crossRegionRestore } = known(vault) ?? {};
  if (crossRegionRestore === true) return 'secondary';
  switch (redundancy) {
    case 'GRS':
    case 'RA-GRS':
      return 'pair';
    case 'ZRS':
      return 'zones';
    case 'LRS':
      return 'one';
    case 'GZRS':
    case 'RA-GZRS':
    case null:
      return 'unknown';
  }
}

/**
 * The region as a choice of the draft. A vault protects machines of its own region: where it cannot be
 * read, the machine tells it.
 */
export function chosenRegion(
  choices: Wanted,
  reads: Asked & Pick<Reads, 'machine'>,
): string | null {
  const region = targetRegion(choices, reads) ?? null;
  if (region !== null || goesElsewhere(choices, reads)) return region;
  return known(reads.machine)?.region ?? null;
}

/** The chosen restore point as the region restored from has it, once it is read. */
export function pointOf(
  choices: Pick<DraftChoices, 'regionView' | 'point'>,
  reads: Pick<Reads, 'vault' | 'points' | 'secondaryPoints'>,
): RecoveryPoint | undefined {
  const named = (list: Reads['points']) => known(list)?.find(({ name }) => name === choices.point);
  const own = named(reads.points);
  return goesToSecondary(choices, reads) ? (named(reads.secondaryPoints) ?? own) : own;
}
