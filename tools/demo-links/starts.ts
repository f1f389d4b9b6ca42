import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { goesToSecondary, targetRegion } from '#src/datasources/azure-vm/target.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { sameId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/read.ts';

/** A draft filled in without special wishes. */
export interface Start {
  readonly choices: VmChoices;
  readonly reads: Reads;
}

const nothing: VmChoices = newDraft('draft', 0).choices;

/** What is chosen before a machine is. */
export function emptyStarts(): VmChoices[] {
  return [
    nothing,
    { ...nothing, datasource: 'azure-vm' },
    { ...nothing, datasource: 'azure-disk' },
  ];
}

/** A machine, with the subscription that it is restored to; null is its vault's own. */
export function machineChoices(instance: string, subscription: string | null): VmChoices {
  return { ...nothing, datasource: 'azure-vm', instance, subscription };
}

/** One draft for each sort of point and each kind of restore, with the first of every list chosen. */
export function startsOf(machine: VmChoices, reads: Reads): Start[] {
  const isSecondary = goesToSecondary(machine, reads);
  return sortsOfPoints(known(isSecondary ? reads.secondaryPoints : reads.points) ?? []).flatMap(
    ({ name }) => {
      const placed = { ...machine, ...places(machine, reads), point: name };
      const choices: VmChoices[] = [
        { ...placed, option: 'createVm', vmName: 'vm-restored' },
        { ...placed, option: 'restoreDisks' },
        {
          ...placed,
          group: 'replaceExisting',
          option: 'replaceDisks',
          confirmReplace: known(reads.instance)?.friendlyName ?? null,
        },
        { ...placed, option: null },
      ];
      return choices.map((one) => ({ choices: one, reads }));
    },
  );
}

/** The newest of all points that differ in nothing but their time. */
function sortsOfPoints(points: readonly RecoveryPoint[]): RecoveryPoint[] {
  const sorts = new Map<string, RecoveryPoint>();
  for (const point of points) {
    const { id: _id, name: _name, time: _time, ...sort } = point;
    const key = JSON.stringify(sort);
    if (!sorts.has(key)) sorts.set(key, point);
  }
  return [...sorts.values()];
}

function places(machine: VmChoices, reads: Reads): Partial<VmChoices> {
  const region = targetRegion(machine, reads) ?? null;
  const near = <Thing extends { readonly region: string }>(things: readonly Thing[] | undefined) =>
    things?.find((thing) => sameId(thing.region, region));
  return {
    rg: known(reads.groups)?.[0]?.name ?? null,
    vnet: near(known(reads.networks))?.id ?? null,
    staging: near(known(reads.accounts))?.id ?? null,
  };
}

type Change = Partial<VmChoices>;

const other =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-other';
const account = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/st';

/** Possible changes to the first choices, each alone: every list, and typed values. */
export function changesOf(reads: Reads): Change[] {
  return [{}, ...steps(), ...names(reads), ...placement(reads), ...special(reads), ...answers()];
}

/** Single values that the lists of the form offer, to check before they are chosen. */
export function optionsOf(reads: Reads): Change[] {
  const types = ['createVm', 'restoreDisks', 'replaceDisks'] as const;
  return [
    ...types.map((option) => ({ option })),
    ...(known(reads.subscriptions) ?? []).map(({ id }) => ({ subscription: id })),
    { regionView: 'secondary' },
    ...placement(reads),
    ...special(reads),
    { identity: 'user' },
  ];
}

/** Possible answers about the machine; later answers depend on the first. */
function answers(): Change[] {
  const several = { dc: 'multiple-dc-single-domain' } as const;
  const joined = { dc: 'none', domainJoined: 'yes' } as const;
  return [
    { dc: 'single-dc-single-domain' },
    { ...several, otherDcReachable: 'yes', isolatedNetwork: 'no' },
    { ...several, otherDcReachable: 'no', isolatedNetwork: 'no' },
    { dc: 'single-dc-multi-domain' },
    { dc: 'multi-domain-forest' },
    joined,
    { ...joined, domainTrouble: 'yes' },
    { isSql: 'yes' },
    { cloudInit: 'yes' },
  ];
}

function steps(): Change[] {
  return [
    { datasource: null },
    { point: null },
    // As a draft may have it whose point was chosen in the primary region.
    { regionView: 'secondary' },
    { group: 'replaceExisting', option: null },
    { confirmReplace: null },
    { warningsRead: false },
  ];
}

function names(reads: Reads): Change[] {
  const taken = known(reads.machineNames)?.[0];
  const source = known(reads.instance);
  const vmNames = [null, taken, ' vm ', 'vm-'.repeat(30), 'vm*1', '-vm-', 'windows', 'login-vm'];
  const groups = [
    ' rg ',
    'rg-'.repeat(40),
    'rg*1',
    'rg.',
    'rg-new',
    known(reads.groups)?.[0]?.name,
  ];
  return [
    ...vmNames.flatMap((vmName) => (vmName === undefined ? [] : [{ vmName }])),
    ...groups.flatMap((rg) => (rg === undefined ? [] : [{ rg, rgIsNew: true }])),
    { rg: null },
    ...(source === undefined ? [] : [{ vmName: source.friendlyName, rg: source.resourceGroup }]),
  ];
}

function placement(reads: Reads): Change[] {
  return [
    { vnet: null },
    ...(known(reads.networks) ?? []).map(({ id }) => ({ vnet: id })),
    ...(known(reads.networks) ?? []).flatMap(({ id, subnets }) =>
      subnets.slice(0, 1).map(({ name }) => ({ vnet: id, subnet: name })),
    ),
    ...['1', '2', '3'].map((zone) => ({ zone })),
    { staging: null },
    ...(known(reads.accounts) ?? []).map(({ id }) => ({ staging: id })),
  ];
}

function special(reads: Reads): Change[] {
  const identityIds = [
    null,
    ...(known(reads.vault)?.userIdentityIds ?? []),
    ' id ',
    'id',
    other,
    account,
  ];
  const accesses = [null, ...(known(reads.diskAccesses) ?? []).map(({ id }) => id)];
  return [
    { restoreAsManaged: true },
    { restoreAsManaged: false },
    { identity: 'system' },
    // Identities and zones together, as a restore elsewhere may need both.
    { identity: 'system', zone: '1' },
    ...identityIds.map((identityId): Change => ({ identity: 'user', identityId })),
    ...(known(reads.encryptionSets) ?? []).map(({ id }) => ({ diskEncryptionSet: id })),
    { diskAccess: 'same' },
    { diskAccess: 'public' },
    ...accesses.map((diskAccessId): Change => ({ diskAccess: 'private', diskAccessId })),
  ];
}
