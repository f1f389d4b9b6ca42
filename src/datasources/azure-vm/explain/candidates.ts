import { dateTimeText } from '#src/lib/format.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { sameRegion } from '#src/model/region.ts';
import type { FieldName } from '#src/rules/choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { Candidate } from '#src/wizard/explain/view.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { usableSubnets } from '#src/datasources/azure-vm/facts/facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { targetRegion } from '#src/datasources/azure-vm/choices/target-region.ts';

/** The values that a field could hold, the likeliest first. None for a field that is no list and no name. */
export function candidatesOf(view: DraftView, field: FieldName): readonly Candidate[] {
  return CANDIDATES[field]?.(view) ?? [];
}

/** Whether a field is typed: its nearest other value is one that is spelled almost the same. */
export function isTyped(field: FieldName): boolean {
  return field === 'vmName' || field === 'rg' || field === 'identityId';
}

type From = (view: DraftView) => readonly Candidate[];

const CANDIDATES: Readonly<Partial<Record<FieldName, From>>> = {
  point: ({ reads }) =>
    (known(reads.points) ?? [])
      .toSorted((a, b) => Number(b.time) - Number(a.time))
      .map(({ name, time }) => ({
        name: time === null ? name : dateTimeText(time),
        change: { point: name },
      })),
  staging: ({ reads }) =>
    (known(reads.accounts) ?? []).map(({ id, name, redundancy }) => ({
      name: redundancy === null ? name : `${name} (${redundancy})`,
      change: { staging: id },
    })),
  vnet: ({ reads }) =>
    (known(reads.networks) ?? []).map(({ id, name }) => ({ name, change: { vnet: id } })),
  subnet: ({ reads, shown }) => {
    const network = known(reads.networks)?.find(({ id }) => sameId(id, shown.vnet));
    const subnets = network === undefined ? [] : usableSubnets(network);
    return subnets.map(({ name }) => ({ name, change: { subnet: name } }));
  },
  zone: (view) => [
    ...zonesOf(view.reads).map((zone) => ({
      name: wizard.configuration.zoneOf(zone),
      change: { zone },
    })),
    ...zonesOfOlderPoint(view),
  ],
  diskEncryptionSet: (view) => inRegion(view, 'diskEncryptionSet', view.reads.encryptionSets),
  diskAccessId: (view) => inRegion(view, 'diskAccessId', view.reads.diskAccesses),
  identityId: ({ reads }) =>
    (known(reads.vault)?.userIdentityIds ?? []).map((id) => ({
      name: nameOf(id),
      change: { identityId: id },
    })),
  vmName: ({ shown }) => {
    const cleaned = (shown.vmName ?? '').replaceAll(/[^A-Za-z0-9._-]+/g, '-');
    return numbered(cleaned.replaceAll(/^[._-]+|[.-]+$/g, '').slice(0, SHORT_NAME), (vmName) => ({
      vmName,
    }));
  },
  // An existing group is chosen as it is; a new one needs a name that nobody has.
  rg: ({ shown }) => {
    if (!shown.rgIsNew) return [];
    const cleaned = (shown.rg ?? '').trim().replaceAll(/[^\p{L}\p{Nd}._()-]+/gu, '-');
    return numbered(cleaned.replace(/\.+$/, '').slice(0, SHORT_NAME), (rg) => ({ rg }));
  },
};

const inRegion = (
  view: DraftView,
  field: 'diskEncryptionSet' | 'diskAccessId',
  list: Parameters<typeof optionsInRegion>[1],
): Candidate[] =>
  optionsInRegion(view, list).map(({ value, label }) => ({
    name: label,
    change: { [field]: value },
  }));

/** Room for a number at the end of any name. */
const SHORT_NAME = 60;
const MOST_NUMBERS = 9;

/** A name as it is, then with a number behind it. */
function numbered(base: string, change: (name: string) => Partial<VmChoices>): Candidate[] {
  if (base === '') return [];
  const names = Array.from({ length: MOST_NUMBERS }, (_, nth) =>
    nth === 0 ? base : `${base.replace(/[.-]+$/, '')}-${String(nth + 1)}`,
  );
  return names.map((name) => ({ name, change: change(name) }));
}

/** The zones of the newest point that is in the vault alone, where another point is chosen: that takes none. */
function zonesOfOlderPoint({ reads, shown }: DraftView): Candidate[] {
  const [newest] = (known(reads.points) ?? [])
    .filter(({ tier }) => tier === 'vaultStandard')
    .toSorted((a, b) => Number(b.time) - Number(a.time));
  if (newest === undefined || newest.name === shown.point || newest.time === null) return [];
  const { name, time } = newest;
  return zonesOf(reads).map((zone) => ({
    name: wizard.configuration.zoneOfPoint(zone, dateTimeText(time)),
    change: { point: name, zone },
  }));
}

function zonesOf({ regions, vault }: DraftView['reads']): readonly string[] {
  const region = known(vault)?.region;
  return known(regions)?.find(({ name }) => sameRegion(name, region))?.zones ?? [];
}

interface RegionalResource {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly resourceGroup: string;
}

/** The resources of a list that are in the region restored to; none while either is not known. */
export function optionsInRegion(
  { reads, shown }: DraftView,
  list: Read<readonly RegionalResource[]>,
): FieldOption[] {
  const region = targetRegion(shown, reads) ?? null;
  return (known(list) ?? [])
    .filter((one) => sameRegion(one.region, region))
    .map(({ id, name, resourceGroup }) => ({ value: id, label: name, remark: resourceGroup }));
}
