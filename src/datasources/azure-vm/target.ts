import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { Machine } from '#src/model/machines.ts';
import { networkIdOf, type NetworkInterface } from '#src/model/network.ts';
import {
  type Region,
  type ResourceGroup,
  sameRegion,
  type VirtualNetwork,
} from '#src/model/places.ts';
import { inSecondary, type RecoveryPoint } from '#src/model/points.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { Vault } from '#src/model/vaults.ts';
import { submission } from '#src/strings/submission.ts';
import { regionText } from '#src/strings/regions.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';
import { known, type Read } from '#src/wizard/read.ts';

// The tables of fields and of reads use these, so nothing here may depend on a table's type.

interface VaultRead {
  readonly vault: Read<Vault>;
}

interface RegionReads extends VaultRead {
  readonly regions: Read<Region[]>;
}

/** Of which region the restore points are. */
export interface ViewChoice {
  readonly regionView: 'primary' | 'secondary';
}

/** What decides the region that a restore goes to. */
export interface RegionChoices extends ViewChoice {
  readonly outage: 'none' | 'zone' | 'region' | null;
}

interface PointReads extends VaultRead {
  readonly points: Read<RecoveryPoint[]>;
  readonly secondaryPoints: Read<RecoveryPoint[]>;
}

interface NetworkReads extends RegionReads {
  readonly networks: Read<VirtualNetwork[]>;
  readonly interfaces: readonly Read<NetworkInterface>[];
}

interface NetworkChoices extends RegionChoices {
  readonly option: RestoreKind | null;
  readonly vnet: string | null;
}

/**
 * Whether a draft's restore goes to the secondary region: it is selected, and the vault doesn't report that
 * it has no copy there. Without Cross Region Restore the rules hide the choice.
 */
export function goesToSecondary({ regionView }: ViewChoice, { vault }: VaultRead): boolean {
  return regionView === 'secondary' && known(vault)?.crossRegionRestore !== false;
}

/**
 * Whether the vault's copy in the paired region is restored from because the primary datacenter is
 * down (document 000, Restore VMs with special configurations). Only a geo-redundant vault has one.
 */
export function goesToPairInDisaster(choices: RegionChoices, reads: VaultRead): boolean {
  const redundancy = known(reads.vault)?.redundancy;
  return (
    choices.outage === 'region' &&
    !goesToSecondary(choices, reads) &&
    (redundancy === 'GRS' || redundancy === 'RA-GRS')
  );
}

/** Whether a draft's restore makes things in the pair of the vault's region. */
export function goesElsewhere(choices: RegionChoices, reads: VaultRead): boolean {
  return goesToSecondary(choices, reads) || goesToPairInDisaster(choices, reads);
}

/** The pair of the vault's region; null where it has none, undefined while that is not known. */
export function pairedRegion({ vault, regions }: RegionReads): string | null | undefined {
  const own = known(vault)?.region;
  return known(regions)?.find(({ name }) => sameRegion(name, own))?.pairedRegion;
}

/**
 * The region in which a draft's restore makes things; null where the vault's region has no pair,
 * undefined while it is not known.
 */
export function targetRegion(
  choices: RegionChoices,
  reads: RegionReads,
): string | null | undefined {
  return goesElsewhere(choices, reads) ? pairedRegion(reads) : known(reads.vault)?.region;
}

/** The same by the name that people know it by; null where it is not known. */
export function targetRegionName(choices: RegionChoices, reads: RegionReads): string | null {
  return regionNamed(targetRegion(choices, reads), reads);
}

/** The vault's own region, by the name that people know it by. */
export function ownRegionName(reads: RegionReads): string | null {
  return regionNamed(known(reads.vault)?.region, reads);
}

/** The pair of the vault's region, by the name that people know it by. */
export function pairName(reads: RegionReads): string | null {
  return regionNamed(pairedRegion(reads), reads);
}

function regionNamed(
  region: string | null | undefined,
  { regions }: Pick<RegionReads, 'regions'>,
): string | null {
  if (region === null || region === undefined) return null;
  return (
    known(regions)?.find(({ name }) => sameRegion(name, region))?.displayName ?? regionText(region)
  );
}

/**
 * What a vault has left when its datacenter is down: a copy in the paired region, to be restored at
 * any time (`secondary`) or only in a disaster (`pair`), copies in the zones of its region, or one.
 */
export type CopiesLeft = 'secondary' | 'pair' | 'zones' | 'one' | 'unknown';

export function copiesLeft({ vault }: VaultRead): CopiesLeft {
  const { redundancy = null, crossRegionRestore } = known(vault) ?? {};
  if (crossRegionRestore === true) return 'secondary';
  switch (redundancy) {
    case 'GRS':
    case 'RA-GRS':
      return crossRegionRestore === false ? 'pair' : 'unknown';
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
  choices: RegionChoices,
  reads: RegionReads & { readonly machine: Read<Machine | null> },
): string | null {
  const region = targetRegion(choices, reads) ?? null;
  if (region !== null || goesElsewhere(choices, reads)) return region;
  return known(reads.machine)?.region ?? null;
}

/** The chosen restore point as the region restored from has it, once it is read. */
export function pointOf(
  choices: ViewChoice & { readonly point: string | null },
  reads: PointReads,
): RecoveryPoint | undefined {
  const named = (list: PointReads['points']) =>
    known(list)?.find(({ name }) => name === choices.point);
  const own = named(reads.points);
  if (!goesToSecondary(choices, reads)) return own;
  return named(reads.secondaryPoints) ?? (own && inSecondary(own));
}

/**
 * The network of a draft: the chosen one, else for a new machine in the secondary region one that is
 * set up there, of the name of the machine's own if there is such a one. None is filled in where the
 * machine has no network in the primary region (document 000, Restore in secondary region, note).
 */
export function networkChoice(choices: NetworkChoices, reads: NetworkReads): string | null {
  if (choices.vnet !== null) return choices.vnet;
  if (choices.option !== 'createVm' || !goesToSecondary(choices, reads)) return null;
  const own = ownNetworks(reads);
  const region = pairedRegion(reads) ?? null;
  if (own.length === 0 || region === null) return null;
  const there = (known(reads.networks) ?? []).filter((one) => sameRegion(one.region, region));
  const namesake = there.find(({ name }) => own.some((id) => sameId(nameOf(id), name)));
  return (namesake ?? there[0])?.id ?? null;
}

/** The networks that the cards of the source machine are in. */
function ownNetworks({ interfaces }: NetworkReads): string[] {
  return interfaces.flatMap((card) => (known(card)?.subnetIds ?? []).map(networkIdOf));
}

const words = submission.groupMade;

/** What tells whether a new resource group is there already because the draft itself created it. */
export interface GroupReads {
  readonly groups: Read<ResourceGroup[]>;
  /** The resource groups that the draft's own presses created; left out: none. */
  readonly made?: readonly MadeGroup[] | undefined;
}

/**
 * The group that an earlier press of the draft created and that is there now: the restore goes to it as to an
 * existing one. Null where the chosen group isn't new, isn't there, or isn't the draft's.
 */
export function ownGroup(
  { rg, rgIsNew }: { readonly rg: string | null; readonly rgIsNew: boolean },
  { groups, made = [] }: GroupReads,
): MadeGroup | null {
  if (!rgIsNew || rg === null) return null;
  const there = known(groups)?.find(({ name }) => sameId(name, rg.trim()));
  if (there === undefined) return null;
  return (
    made.find(({ subscriptionId, name }) =>
      sameId(resourceGroupId(subscriptionId, name), there.id),
    ) ?? null
  );
}

/** That it exists, and who created it when. */
export const ownGroupText = (own: MadeGroup): string => textBy(words.exists, own);

/** The same as a line of what a restore creates. */
export const ownGroupLine = (own: MadeGroup): string => textBy(words.line, own);

const textBy = (
  text: (name: string, isSure: boolean, time: string | null) => string,
  { name, isSure, at }: MadeGroup,
): string => text(name, isSure, at === null ? null : dateTimeText(instant(at)));
