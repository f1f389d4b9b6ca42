import { elsewhere, type SourcesOf, told } from '#src/wizard/draft/sources/fact-source.ts';

const tiers = 'value[].properties.recoveryPointTierDetails[]';
const redundancy = 'properties.redundancySettings';

/** Facts about the chosen restore point. */
export const pointSources: SourcesOf<'point'> = {
  'point.id': told(['points', 'value[].name']),
  'point.time': told(['points', 'value[].properties.recoveryPointTime']),
  'point.consistency': told(['points', 'value[].properties.recoveryPointType']),
  'point.tier': told(['points', `${tiers}.type`]),
  'point.transferToVaultDone': told(['points', `${tiers}.type`]),
  'point.inSecondary': told(['secondaryPoints', 'value[].name']),
  'point.ageHours': told(['points', 'value[].properties.recoveryPointTime']),
  'point.diskCount': told([
    'points',
    'value[].properties.recoveryPointDiskConfiguration.numberOfDisksIncludedInBackup',
  ]),
  'point.isRehydrated': told(['points', `${tiers}.status`]),
  'point.streaming': elsewhere('commvault'),
};

/** Facts about the vault. */
export const vaultSources: SourcesOf<'vault'> = {
  'vault.type': told(['vault', 'id']),
  'vault.region': told(['vault', 'location']),
  'vault.secondaryRegion': told(
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ),
  'vault.redundancy': told(['vault', `${redundancy}.standardTierStorageRedundancy`]),
  'vault.crrEnabled': told(['vault', `${redundancy}.crossRegionRestore`]),
  'vault.csrState': told([
    'vault',
    'properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState',
  ]),
  'vault.cmkEnabled': told(['vaultEncryption', 'properties.encryptionAtRestType']),
  'vault.subscription': told(['vault', 'id']),
  'vault.tenant': told(['vault', 'id'], ['subscriptions', 'value[].tenantId']),
  'vault.identities': told(['vault', 'identity.type']),
  'vault.userIdentityIds': told(['vault', 'identity.userAssignedIdentities']),
  'vault.movedSubscription': told(['vault', 'properties.moveDetails.sourceResourceId']),
  'vault.originalSubscription': told(['vault', 'properties.moveDetails.sourceResourceId']),
};

/** Facts of Azure Disks and of jobs, which this flow does not have. */
export const otherFlowSources: SourcesOf<'disk' | 'bv' | 'job'> = {
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
