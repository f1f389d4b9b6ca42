import { newerTextsCount } from '#src/lib/wording.ts';
import { isoText } from '#src/lib/time.ts';
import { isCut, takenNames, unlessCut } from '#src/lib/list.ts';
import { canBeMadeInAny } from '#src/model/machines.ts';
import { allows, givesRestoreActions, hasRestoreRole, type Role } from '#src/model/roles.ts';
import {
  type Region,
  sameRegion,
  usableSubnets,
  type VirtualNetwork,
  zonePeer,
} from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { FactName, Facts, FactsOf } from '#src/rules/facts.ts';
import {
  goesElsewhere,
  networkChoice,
  pairedRegion,
  type RegionChoices,
  targetRegion,
} from '#src/datasources/azure-vm/target.ts';
import {
  givenOf,
  MACHINE_FACTS,
  type VmFactsAbout,
  type VmFactsGiven,
  zoneOf,
} from '#src/datasources/azure-vm/machine-facts.ts';
import { principalOf } from '#src/datasources/azure-vm/target-reads.ts';
import type { ReadName, Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  answered,
  countedAtPress,
  elsewhere,
  factReader,
  type FactSource,
  type FieldGroup,
  type Flow,
  from,
  fromAll,
  ofChosen,
  product,
  type WireField,
} from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/read.ts';
import type { Question } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

const tiers = 'value[].properties.recoveryPointTierDetails[]';
const redundancy = 'properties.redundancySettings';
const actions = 'value[].actions, value[].notActions';
const moved = 'properties.moveDetails.sourceResourceId';

const rightsOfIdentity = [
  ['vault', 'identity.principalId'],
  ['stagingGrants', 'value[].properties.roleDefinitionId'],
  ['groupGrants', 'value[].properties.roleDefinitionId'],
] as const satisfies FieldGroup<ReadName>;

/** In the secondary region a fact about the region is known with the region that it is. */
const inSecondary = [
  ['regions', 'value[].metadata.pairedRegion[].name'],
  ['vault', 'location'],
] as const satisfies FieldGroup<ReadName>;

const HOUR_MS = 3_600_000;

const vaultAction = 'Microsoft.RecoveryServices/vaults';
/** What a person must be allowed in a vault to restore from it (azure-contract §6). */
export const RESTORE_ACTION = `${vaultAction}/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action`;
const MANAGE = `${vaultAction}/backupPolicies/write`;

/** What a person must be allowed to shut a VM down. */
export const SHUT_DOWN_ACTION = 'Microsoft.Compute/virtualMachines/deallocate/action';

/** Facts of Azure Disks, of Commvault and of jobs, which this flow does not have. */
const FLOWS = { disk: 'disks', bv: 'disks', commvault: 'commvault', job: 'job' } as const;

type OwnFact = Exclude<FactName, FactsOf<keyof typeof FLOWS>>;

/**
 * Where every fact that a rule may read comes from, and its value. A read not done leaves its facts
 * unknown. `npm run docs` makes `docs/facts.md` of it.
 */
export const VM_FACTS: VmFactsAbout<OwnFact> = {
  ...MACHINE_FACTS,
  // Facts about the chosen restore point.
  'point.id': from('points', 'value[].name', ({ point }) => point?.name),
  'point.time': from('points', 'value[].properties.recoveryPointTime', ({ point }) => {
    const time = point?.time ?? null;
    return time === null ? undefined : isoText(time);
  }),
  'point.consistency': from('points', 'value[].properties.recoveryPointType', ({ point }) =>
    point?.consistency === 'unknown' ? undefined : point?.consistency,
  ),
  'point.tier': from('points', `${tiers}.type`, ({ point }) =>
    point?.tier === 'unknown' ? undefined : point?.tier,
  ),
  'point.transferToVaultDone': from('points', `${tiers}.type`, ({ point }) =>
    point === undefined || point.tier === 'unknown' ? undefined : point.tier !== 'Snapshot',
  ),
  // Two points are the same by their name, in whichever region.
  'point.inSecondary': from('secondaryPoints', 'value[].name', ({ point, reads }) => {
    const all = known(reads.secondaryPoints);
    if (point === undefined || all === undefined) return undefined;
    return unlessCut(
      all,
      all.some(({ name }) => name === point.name),
    );
  }),
  'point.ageHours': from(
    'points',
    'value[].properties.recoveryPointTime',
    ({ point, reads: { at } }) => {
      const time = point?.time ?? null;
      return time === null ? undefined : (at - time) / HOUR_MS;
    },
  ),
  'point.diskCount': from(
    'points',
    'value[].properties.recoveryPointDiskConfiguration.numberOfDisksIncludedInBackup',
    ({ point }) => point?.diskCount ?? undefined,
  ),
  // A point that was brought back counts as one of the vault.
  'point.isRehydrated': from('points', `${tiers}.status`, ({ point }) =>
    point?.tier === 'Archive' ? false : undefined,
  ),
  'point.streaming': elsewhere('commvault'),
  'point.isSourceEncrypted': from(
    'points',
    'value[].properties.isSourceVMEncrypted',
    ({ point }) => point?.isEncrypted ?? undefined,
  ),
  'point.isSoftDeleted': from(
    'points',
    'value[].properties.recoveryPointProperties.isSoftDeleted',
    ({ point }) => point?.isSoftDeleted,
  ),
  'point.hoursToExpiry': from(
    'points',
    'value[].properties.recoveryPointProperties.expiryTime',
    ({ point, reads: { at } }) =>
      point && (point.expiresAt === null ? null : (point.expiresAt - at) / HOUR_MS),
  ),
  // Facts about the vault.
  'vault.type': from('vault', 'id', ({ vault }) => vault && 'RecoveryServices'),
  'vault.region': from('vault', 'location', ({ vault }) => vault?.region),
  'vault.secondaryRegion': fromAll(
    [
      ['regions', 'value[].metadata.pairedRegion[].name'],
      ['vault', 'location'],
    ],
    ({ reads }) => pairedRegion(reads),
  ),
  'vault.redundancy': from('vault', `${redundancy}.standardTierStorageRedundancy`, ({ vault }) => {
    const own = vault?.redundancy ?? undefined;
    return own === 'GZRS' || own === 'RA-GZRS' ? undefined : own;
  }),
  'vault.crrEnabled': from(
    'vault',
    `${redundancy}.crossRegionRestore`,
    ({ vault }) => vault?.crossRegionRestore ?? undefined,
  ),
  'vault.csrState': from(
    'vault',
    'properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState',
    ({ vault }) => vault?.crossSubscriptionRestore,
  ),
  'vault.cmkEnabled': from(
    'vaultEncryption',
    'properties.encryptionAtRestType',
    ({ reads }) => known(reads.vaultEncryption)?.usesCustomerKey ?? undefined,
  ),
  'vault.subscription': from('vault', 'id', ({ vault }) => vault?.subscriptionId),
  'vault.tenant': fromAll(
    [
      ['vault', 'id'],
      ['subscriptions', 'value[].tenantId'],
    ],
    ({ vault, reads }) =>
      known(reads.subscriptions)?.find(({ id }) => sameId(id, vault?.subscriptionId))?.tenantId ??
      undefined,
  ),
  'vault.identities': from('vault', 'identity.type', ({ vault }) => vault?.identities),
  'vault.userIdentityIds': from(
    'vault',
    'identity.userAssignedIdentities',
    ({ vault }) => vault?.userIdentityIds,
  ),
  'vault.movedSubscription': from('vault', moved, ({ vault }) => vault && vault.movedFrom !== null),
  'vault.originalSubscription': from('vault', moved, ({ vault }) => vault?.movedFrom),
  // Facts about where the restore goes, and about what is chosen there.
  'target.vmNames': from('machineNames', 'value[].name', ({ reads, choices }) =>
    takenNames(known(reads.machineNames), choices.vmName),
  ),
  'target.rgNames': from('groups', 'value[].name', ({ reads, choices }) =>
    takenNames(
      known(reads.groups)?.map(({ name }) => name),
      choices.rg,
    ),
  ),
  'target.diskNames': elsewhere('disks'),
  'target.hasPermissions': from('permissions', actions, ({ reads }) =>
    may(reads.permissions, 'Microsoft.Compute/disks/write'),
  ),
  'target.regionHasZones': fromAll(
    [
      ['regions', 'value[].availabilityZoneMappings'],
      ['vault', 'location'],
    ],
    ({ reads, choices }) => {
      const region = regionOf(choices, reads);
      return region && region.zones.length > 0;
    },
  ),
  'target.ownZone': fromAll(
    [
      ['machine', 'zones[]'],
      ['regions', 'value[].availabilityZoneMappings'],
      ['ownRegions', 'value[].availabilityZoneMappings'],
      ['vault', 'location'],
    ],
    (given) =>
      isOwnSubscription(given.reads, given.choices)
        ? undefined
        : zoneThere(zoneOf(given), given.reads, given.choices),
  ),
  'target.vnetInSecondary': fromAll(
    [
      ['networks', 'value[].location'],
      ['regions', 'value[].metadata.pairedRegion[].name'],
      ['vault', 'location'],
    ],
    ({ reads }) => networkIn(pairedRegion(reads), known(reads.networks)),
  ),
  'target.stagingAccountsInRegion': {
    ...fromAll(
      [
        ['accounts', 'value[].location'],
        ['vault', 'location'],
      ],
      accountsInRegion,
    ),
    inSecondary,
  },
  'target.firstSubnet': from(
    'networks',
    'value[].properties.subnets[].name',
    ({ reads, choices }) => {
      const network = chosen(known(reads.networks), networkChoice(choices, reads));
      return network && (usableSubnets(network)[0]?.name ?? null);
    },
  ),
  'target.diskAccessUsable': from(
    'diskAccesses',
    'value[].properties.privateEndpointConnections[].properties.privateLinkServiceConnectionState.status',
    ({ reads, choices }) =>
      chosen(known(reads.diskAccesses), choices.diskAccessId)?.hasApprovedEndpoint,
  ),
  'target.encryptionSetReady': from(
    'encryptionSets',
    'value[].properties.provisioningState',
    ({ reads, choices }) => chosen(known(reads.encryptionSets), choices.diskEncryptionSet)?.isReady,
  ),
  'c.staging.region': ofChosen('accounts', 'value[].location'),
  'c.staging.kind': ofChosen('accounts', 'value[].kind'),
  'c.staging.redundancy': ofChosen('accounts', 'value[].sku.name'),
  'c.staging.tier': ofChosen('accounts', 'value[].sku.name'),
  'c.staging.hasNetworkRules': ofChosen('accounts', 'value[].properties.networkAcls.defaultAction'),
  'c.staging.allowSharedKey': ofChosen('accounts', 'value[].properties.allowSharedKeyAccess'),
  'c.vnet.region': ofChosen('networks', 'value[].location'),
  'c.vnet.subscription': ofChosen('networks', 'value[].id'),
  // A network that Azure lists is there to be used, and is not of the classic model.
  'c.vnet.active': ofChosen('networks', 'value[].id'),
  'c.vnet.affinityGroup': ofChosen('networks', 'value[].id'),
  'c.subscriptionTenant': ofChosen('subscriptions', 'value[].tenantId'),
  // Facts about the platform, and about who restores.
  'platform.skuAvailable': {
    ...fromAll(
      [
        ['points', 'value[].properties.virtualMachineSize'],
        ['sizes', 'value[].restrictions'],
      ],
      sizeAvailable,
    ),
    inSecondary,
  },
  // Azure's own incident lists lag behind and name no VM. Without an answer everything counts as up.
  'platform.primaryDown': answered('outage', ({ choices }) => choices.outage === 'region'),
  'platform.pinnedZoneDown': answered('outage', ({ choices }) => choices.outage === 'zone'),
  // To make a machine one must be allowed to write one (document 000, Before you start).
  'operator.canRestoreVm': from('permissions', actions, ({ reads }) =>
    may(reads.permissions, 'Microsoft.Compute/virtualMachines/write'),
  ),
  // Document 000 names two sorts of people and no role of Azure's: who may restore and says how
  // backups are made is taken for the first, who may restore for the second.
  'operator.isBackupAdmin': from('vaultPermissions', actions, ({ reads: { vaultPermissions } }) => {
    const mayRestore = may(vaultPermissions, RESTORE_ACTION);
    return mayRestore === undefined
      ? undefined
      : mayRestore && may(vaultPermissions, MANAGE) === true;
  }),
  'operator.isAppAdmin': from('vaultPermissions', actions, ({ reads }) =>
    may(reads.vaultPermissions, RESTORE_ACTION),
  ),
  'identity.hasRestoreOperator': fromAll(rightsOfIdentity, (given) =>
    onBothPlaces(given, hasRestoreRole),
  ),
  'identity.hasAllActions': fromAll(rightsOfIdentity, (given) =>
    onBothPlaces(given, givesRestoreActions),
  ),
  'form.errors': countedAtPress,
  'form.warnings': countedAtPress,
  // The archive is switched on: Azure takes such a point only with a request to bring it back
  // first (azure-contract §5), which is not made here.
  'policy.archive': product(() => true),
  'policy.czrNonPinned': product(() => false),
  'policy.networkStepAlways': product(() => false),
  'policy.czrBothTiers': product(newerTextsCount),
};

const readFacts = factReader(VM_FACTS, { disk: null, bv: null, job: null });

/** What a draft's reads say, as facts for the rules. A read not done leaves its facts unknown. */
export const vmFactsOf = (reads: Reads, choices: VmChoices): Facts =>
  readFacts(givenOf(reads, choices));

const SOURCES: Readonly<Partial<Record<FactName, FactSource<ReadName, Question>>>> = VM_FACTS;
const FLOW_OF: Readonly<Partial<Record<string, Flow>>> = FLOWS;

/** Where a fact comes from. */
export const vmFactSourceOf = (fact: FactName): FactSource<ReadName, Question> =>
  SOURCES[fact] ?? elsewhere(FLOW_OF[fact.split('.')[0] ?? ''] ?? 'job');

/** The ways that could tell a fact about the region restored to. */
export function fieldGroupsIn(source: FactSource, isSecondary: boolean): readonly FieldGroup[] {
  return isSecondary ? secondaryGroupsOf(source) : fieldGroupsOf(source);
}

function fieldGroupsOf(source: FactSource): readonly FieldGroup[] {
  if (source.from === 'azure') return source.fieldGroups;
  return source.from === 'operator' ? (source.unless ?? []).map((field) => [field] as const) : [];
}

/** In the secondary region its own points tell what points tell, before those of the primary one. */
function secondaryGroupsOf(source: FactSource): FieldGroup[] {
  const besides = source.from === 'azure' ? (source.inSecondary ?? []) : [];
  return fieldGroupsOf(source).flatMap((group): FieldGroup[] => {
    const [first, ...rest] = group;
    const own: FieldGroup = [first, ...rest, ...besides];
    if (!group.some(([read]) => read === 'points')) return [own];
    const there = ([read, field]: WireField): WireField => [
      read === 'points' ? 'secondaryPoints' : read,
      field,
    ];
    return [[there(first), ...rest.map(there), ...besides], own];
  });
}

/**
 * Whether the person may shut down the VM whose disks are replaced, by the rights in its resource group;
 * undefined while they are not read. A role on the VM alone isn't among them.
 */
export const mayShutDown = ({ permissions }: Reads): boolean | undefined =>
  may(permissions, SHUT_DOWN_ACTION);

function may(read: Reads['permissions'], action: string): boolean | undefined {
  const permissions = known(read);
  return permissions && allows(permissions, action);
}

/** The permissions of the selected identity, on the staging storage account and in the target group together. */
function onBothPlaces(
  { reads, vault, choices }: VmFactsGiven,
  meets: (roles: readonly Role[]) => boolean,
): boolean | undefined {
  const principalId = principalOf(vault, choices);
  if (principalId === null) return undefined;
  const answers = [known(reads.stagingGrants), known(reads.groupGrants)].map((one) =>
    // Rights that were read for another identity say nothing of this one.
    one !== undefined && one.principalId === principalId ? meets(one.roles) : undefined,
  );
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The region restored to, as the target subscription sees it. */
export function regionOf(choices: VmChoices, reads: Reads): Region | undefined {
  const region = targetRegion(choices, reads) ?? null;
  return known(reads.regions)?.find(({ name }) => sameRegion(name, region));
}

/**
 * What the target subscription calls a zone of the machine's subscription. In another region the number alone
 * is carried over; undefined where Azure doesn't report which place each of them is.
 */
export function zoneThere(
  zone: string | null | undefined,
  reads: Reads,
  choices: RegionChoices & Pick<VmChoices, 'subscription'>,
): string | null | undefined {
  if (zone === null || zone === undefined) return zone;
  if (isOwnSubscription(reads, choices) || goesElsewhere(choices, reads)) return zone;
  const own = known(reads.ownRegions);
  const to = known(reads.regions);
  const region = known(reads.vault)?.region;
  if (own === undefined || to === undefined || region === undefined) return undefined;
  return zonePeer(zone, { from: own, to, region }) ?? undefined;
}

/** Whether it is restored in the subscription that the machine is in. */
const isOwnSubscription = (
  { instance }: Reads,
  { subscription }: Pick<VmChoices, 'subscription'>,
): boolean => subscription === null || sameId(subscription, known(instance)?.subscriptionId);

/**
 * Whether a machine of the point's size can be made: in the zone chosen, else in that of the point,
 * whose zone means nothing in another region. Where it isn't known which zone that is, any may be meant.
 */
function sizeAvailable({ reads, point, choices }: VmFactsGiven): boolean | undefined {
  const all = known(reads.sizes);
  const size = point?.vmSize ?? null;
  if (all === undefined || size === null) return undefined;
  const own = goesElsewhere(choices, reads) ? null : (point?.zone ?? null);
  if (isCut(all) && !all.some(({ name }) => sameId(name, size))) return undefined;
  const zone = choices.zone ?? zoneThere(own, reads, choices);
  const any = regionOf(choices, reads)?.zones ?? [];
  return canBeMadeInAny(all, size, zone === undefined ? any : [zone]);
}

/**
 * Whether a network is in a region; a nonexistent region has no network, and for an unknown one the answer is
 * unknown.
 */
function networkIn(
  region: string | null | undefined,
  networks: readonly VirtualNetwork[] | undefined,
): boolean | undefined {
  if (region === undefined || networks === undefined) return undefined;
  const isThere = networks.some((network) => region !== null && sameRegion(network.region, region));
  return unlessCut(networks, isThere);
}

/** The chosen one of a list; undefined while the list is not read, and when it is no longer in it. */
function chosen<One extends { readonly id: string }>(
  list: readonly One[] | undefined,
  id: string | null,
): One | undefined {
  return list?.find((one) => sameId(one.id, id));
}

function accountsInRegion({ reads, choices }: VmFactsGiven): number | undefined {
  const accounts = known(reads.accounts);
  const target = targetRegion(choices, reads);
  if (accounts === undefined || target === undefined) return undefined;
  const count = accounts.filter(({ region }) => sameRegion(region, target)).length;
  return count === 0 && isCut(accounts) ? undefined : count;
}
