import type { FactName } from '#src/rules/facts.ts';
import {
  answered,
  elsewhere,
  type FactSource,
  product,
  reported,
  type FieldGroup,
  type WireField,
} from '#src/wizard/explain/fact-source.ts';
import {
  reportedOfRegion,
  type VmFactSource,
} from '#src/datasources/azure-vm/facts/sources/read-sources.ts';
import { machineSources } from '#src/datasources/azure-vm/facts/sources/machine-sources.ts';

const tiers = 'value[].properties.recoveryPointTierDetails[]';
const redundancy = 'properties.redundancySettings';

const rightsOfIdentity = reported(
  ['vault', 'identity.principalId'],
  ['stagingGrants', 'value[].properties.roleDefinitionId'],
  ['groupGrants', 'value[].properties.roleDefinitionId'],
);

/** Where every fact that a rule may read comes from. `npm run docs` makes `docs/facts.md` of it. */
export const FACT_SOURCES: Readonly<Record<FactName, VmFactSource>> = {
  ...machineSources,
  'item.isSoftDeleted': reported(['instance', 'properties.isScheduledForDeferredDelete']),
  // Facts about the chosen restore point.
  'point.id': reported(['points', 'value[].name']),
  'point.time': reported(['points', 'value[].properties.recoveryPointTime']),
  'point.consistency': reported(['points', 'value[].properties.recoveryPointType']),
  'point.tier': reported(['points', `${tiers}.type`]),
  'point.transferToVaultDone': reported(['points', `${tiers}.type`]),
  'point.inSecondary': reported(['secondaryPoints', 'value[].name']),
  'point.ageHours': reported(['points', 'value[].properties.recoveryPointTime']),
  'point.diskCount': reported([
    'points',
    'value[].properties.recoveryPointDiskConfiguration.numberOfDisksIncludedInBackup',
  ]),
  'point.isRehydrated': reported(['points', `${tiers}.status`]),
  'point.streaming': elsewhere('commvault'),
  'commvault.isRestoreEnabled': elsewhere('commvault'),
  'commvault.needsPasskey': elsewhere('commvault'),
  'commvault.hasOsDisk': elsewhere('commvault'),
  'commvault.hypervisorSubscription': elsewhere('commvault'),
  'commvault.hasCores': elsewhere('commvault'),
  'point.isSourceEncrypted': reported(['points', 'value[].properties.isSourceVMEncrypted']),
  'point.isSoftDeleted': reported([
    'points',
    'value[].properties.recoveryPointProperties.isSoftDeleted',
  ]),
  'point.hoursToExpiry': reported([
    'points',
    'value[].properties.recoveryPointProperties.expiryTime',
  ]),
  // Facts about the vault.
  'vault.type': reported(['vault', 'id']),
  'vault.region': reported(['vault', 'location']),
  'vault.secondaryRegion': reported(
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ),
  'vault.redundancy': reported(['vault', `${redundancy}.standardTierStorageRedundancy`]),
  'vault.crrEnabled': reported(['vault', `${redundancy}.crossRegionRestore`]),
  'vault.csrState': reported([
    'vault',
    'properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState',
  ]),
  'vault.cmkEnabled': reported(['vaultEncryption', 'properties.encryptionAtRestType']),
  'vault.subscription': reported(['vault', 'id']),
  'vault.tenant': reported(['vault', 'id'], ['subscriptions', 'value[].tenantId']),
  'vault.identities': reported(['vault', 'identity.type']),
  'vault.userIdentityIds': reported(['vault', 'identity.userAssignedIdentities']),
  'vault.movedSubscription': reported(['vault', 'properties.moveDetails.sourceResourceId']),
  'vault.originalSubscription': reported(['vault', 'properties.moveDetails.sourceResourceId']),
  // Facts about where the restore goes, and about what is chosen there.
  'target.vmNames': reported(['machineNames', 'value[].name']),
  'target.rgNames': reported(['groups', 'value[].name']),
  'target.diskNames': elsewhere('disks'),
  'target.hasPermissions': reported(['permissions', 'value[].actions, value[].notActions']),
  'target.regionHasZones': reported(
    ['regions', 'value[].availabilityZoneMappings'],
    ['vault', 'location'],
  ),
  'target.ownZone': reported(
    ['machine', 'zones[]'],
    ['regions', 'value[].availabilityZoneMappings'],
    ['ownRegions', 'value[].availabilityZoneMappings'],
    ['vault', 'location'],
  ),
  'target.vnetInSecondary': reported(
    ['networks', 'value[].location'],
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ),
  'target.stagingAccountsInRegion': reportedOfRegion(
    ['accounts', 'value[].location'],
    ['vault', 'location'],
  ),
  'target.firstSubnet': reported(['networks', 'value[].properties.subnets[].name']),
  'target.diskAccessUsable': reported([
    'diskAccesses',
    'value[].properties.privateEndpointConnections[].properties.privateLinkServiceConnectionState.status',
  ]),
  'target.encryptionSetReady': reported(['encryptionSets', 'value[].properties.provisioningState']),
  'c.staging.region': reported(['accounts', 'value[].location']),
  'c.staging.kind': reported(['accounts', 'value[].kind']),
  'c.staging.redundancy': reported(['accounts', 'value[].sku.name']),
  'c.staging.tier': reported(['accounts', 'value[].sku.name']),
  'c.staging.hasNetworkRules': reported([
    'accounts',
    'value[].properties.networkAcls.defaultAction',
  ]),
  'c.staging.allowSharedKey': reported(['accounts', 'value[].properties.allowSharedKeyAccess']),
  'c.vnet.region': reported(['networks', 'value[].location']),
  'c.vnet.subscription': reported(['networks', 'value[].id']),
  // A network that Azure lists is there to be used, and is not of the classic model.
  'c.vnet.active': reported(['networks', 'value[].id']),
  'c.vnet.affinityGroup': reported(['networks', 'value[].id']),
  'c.subscriptionTenant': reported(['subscriptions', 'value[].tenantId']),
  // Facts about the platform, and about who restores.
  'platform.skuAvailable': reportedOfRegion(
    ['points', 'value[].properties.virtualMachineSize'],
    ['sizes', 'value[].restrictions'],
  ),
  // Without an answer, nothing counts as down.
  'platform.primaryDown': answered('outage'),
  'platform.pinnedZoneDown': answered('outage'),
  'operator.canRestoreVm': reported(['permissions', 'value[].actions, value[].notActions']),
  'operator.isBackupAdmin': reported(['vaultPermissions', 'value[].actions, value[].notActions']),
  'operator.isAppAdmin': reported(['vaultPermissions', 'value[].actions, value[].notActions']),
  'identity.hasRestoreOperator': rightsOfIdentity,
  'identity.hasAllActions': rightsOfIdentity,
  'form.errors': product,
  'form.warnings': product,
  'policy.archive': product,
  'policy.czrNonPinned': product,
  'policy.networkStepAlways': product,
  'policy.czrBothTiers': product,
  // Facts of Azure Disks and of jobs, which this flow does not have.
  'disk.encryption': elsewhere('disks'),
  'disk.role': elsewhere('disks'),
  'disk.validation': elsewhere('disks'),
  'disk.attachedVmProtected': elsewhere('disks'),
  'bv.restoreOperatorOnTarget': elsewhere('disks'),
  'bv.rolesOnSnapshotRg': elsewhere('disks'),
  'bv.snapshotsInPlace': elsewhere('disks'),
  'bv.readerOnDes': elsewhere('disks'),
  'bv.roleAgeMinutes': elsewhere('disks'),
  'job.kind': elsewhere('job'),
  'job.status': elsewhere('job'),
  'job.secondary': elsewhere('job'),
};

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
