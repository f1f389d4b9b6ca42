import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { type RegionChoices, targetRegion } from '#src/datasources/azure-vm/target.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { numberedNames } from '#src/lib/wording.ts';
import {
  type ResourceGroup,
  sameRegion,
  type StorageAccount,
  usableSubnets,
  type VirtualNetwork,
} from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { StagingChoice, VnetChoice } from '#src/rules/fields.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { FieldOption } from '#src/ui/fields/option.tsx';
import type { Candidate } from '#src/wizard/explain/view.ts';
import { known, type Read } from '#src/wizard/read.ts';

// The table of fields uses these, so nothing here may depend on its type.

interface FromReads {
  readonly reads: Reads;
}

/** The restore points, the newest first. */
export const pointCandidates = ({ reads }: FromReads): Candidate[] =>
  (known(reads.points) ?? [])
    .toSorted((a, b) => Number(b.time) - Number(a.time))
    .map(({ name, time }) => ({
      name: time === null ? name : dateTimeText(time),
      change: { point: name },
    }));

/** The storage accounts, each with its redundancy. */
export const accountCandidates = ({ reads }: FromReads): Candidate[] =>
  (known(reads.accounts) ?? []).map(({ id, name, redundancy }) => ({
    name: redundancy === null ? name : `${name} (${redundancy})`,
    change: { staging: id },
  }));

/** The virtual networks of the target subscription. */
export const networkCandidates = ({ reads }: FromReads): Candidate[] =>
  (known(reads.networks) ?? []).map(({ id, name }) => ({ name, change: { vnet: id } }));

/** The subnets of the chosen network that take a machine. */
export function subnetCandidates(
  { reads }: FromReads,
  { vnet }: { readonly vnet: string | null },
): Candidate[] {
  const network = known(reads.networks)?.find(({ id }) => sameId(id, vnet));
  const subnets = network === undefined ? [] : usableSubnets(network);
  return subnets.map(({ name }) => ({ name, change: { subnet: name } }));
}

/** The zones of the region, then those with a restore point that any zone takes. */
export const zoneCandidates = (
  { reads }: FromReads,
  { point }: { readonly point: string | null },
): Candidate[] => [
  ...zonesOf(reads).map((zone) => ({
    name: wizard.configuration.zoneOf(zone),
    change: { zone },
  })),
  ...zonesOfOlderPoint(reads, point),
];

/** The user-assigned identities of the vault. */
export const identityCandidates = ({ reads }: FromReads): Candidate[] =>
  (known(reads.vault)?.userIdentityIds ?? []).map((id) => ({
    name: nameOf(id),
    change: { identityId: id },
  }));

/** Names of a virtual machine that are spelled almost like one. */
export function machineNameCandidates(name: string | null): Candidate[] {
  const cleaned = (name ?? '').replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return numbered(cleaned.replaceAll(/^[._-]+|[.-]+$/g, '').slice(0, SHORT_NAME), (vmName) => ({
    vmName,
  }));
}

/** Names of a new resource group that are spelled almost like one. */
export function groupNameCandidates(name: string | null): Candidate[] {
  const cleaned = (name ?? '').trim().replaceAll(/[^\p{L}\p{Nd}._()-]+/gu, '-');
  return numbered(cleaned.replace(/\.+$/, '').slice(0, SHORT_NAME), (rg) => ({ rg }));
}

/** Room for a number at the end of any name. */
const SHORT_NAME = 60;

/** A name as it is, then with a number behind it. */
const numbered = (base: string, change: (name: string) => Candidate['change']): Candidate[] =>
  numberedNames(base).map((name) => ({ name, change: change(name) }));

/** The zones of the newest point that is in the vault alone, where another point is chosen: that takes none. */
function zonesOfOlderPoint(reads: Reads, point: string | null): Candidate[] {
  const [newest] = (known(reads.points) ?? [])
    .filter(({ tier }) => tier === 'Vault')
    .toSorted((a, b) => Number(b.time) - Number(a.time));
  if (newest === undefined || newest.name === point || newest.time === null) return [];
  const { name, time } = newest;
  return zonesOf(reads).map((zone) => ({
    name: wizard.configuration.zoneOfPoint(zone, dateTimeText(time)),
    change: { point: name, zone },
  }));
}

function zonesOf({ regions, vault }: Reads): readonly string[] {
  const region = known(vault)?.region;
  return known(regions)?.find(({ name }) => sameRegion(name, region))?.zones ?? [];
}

interface RegionalResource {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly resourceGroup: string;
}

interface RegionalView extends FromReads {
  readonly shown: RegionChoices;
}

/** The resources of a list that are in the region restored to; none while either is not known. */
export function optionsInRegion(
  { reads, shown }: RegionalView,
  list: Read<readonly RegionalResource[]>,
): FieldOption[] {
  const region = targetRegion(shown, reads) ?? null;
  return (known(list) ?? [])
    .filter((one) => sameRegion(one.region, region))
    .map(({ id, name, resourceGroup }) => ({ value: id, label: name, remark: resourceGroup }));
}

/** A chosen group that the target subscription does not have (any more) is none; a cut list does not say that. */
export function groupValue(
  rg: string | null,
  rgIsNew: boolean,
  groups: readonly ResourceGroup[] | undefined,
): string | null {
  if (rgIsNew || groups === undefined || isCut(groups)) return rg;
  return groups.some(({ name }) => sameId(name, rg)) ? rg : null;
}

/**
 * A network as the rules read it. Networks of today have no affinity group (those are of the classic
 * model), and one that Azure lists is there to be used.
 */
export function vnetChoice(network: VirtualNetwork): Readonly<Partial<VnetChoice>> {
  return {
    region: network.region,
    subscription: network.subscriptionId,
    active: true,
    affinityGroup: false,
  };
}

/** A storage account as the rules read it. */
export function stagingChoice(account: StorageAccount): Readonly<Partial<StagingChoice>> {
  return {
    region: account.region,
    // Document 000 knows blob storage as one; Azure has a kind of it with block blobs alone.
    kind: account.kind === 'BlockBlobStorage' ? 'BlobStorage' : (account.kind ?? undefined),
    redundancy: account.redundancy ?? undefined,
    tier: account.tier ?? undefined,
    hasNetworkRules: account.hasNetworkRules ?? undefined,
    allowSharedKey: account.allowsSharedKey,
  };
}
