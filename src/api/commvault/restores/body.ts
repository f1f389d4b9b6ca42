import type { CommvaultRestore } from '#src/api/commvault/restores/restore.ts';
import type { Instant } from '#src/lib/time.ts';

/** Commvault's number for virtual servers (commvault.md §2.3, R). */
const VIRTUAL_SERVER = 106;

/** The newest backup is found only up to a moment that lies after the server's own clock (R). */
const AHEAD_S = 60 * 60;

/**
 * The request of a restore, as Command Center was seen to send it for Azure (commvault.md §2.3, R), with our
 * description (C). `esxHost` is the resource group, `Datastore` the storage account and `datacenter` the region.
 * That a backup is found by the end of its job is assumed (A).
 */
export function toCreateTaskBody(restore: CommvaultRestore, description: string, at: Instant) {
  const { vm, upTo, isInPlace, hypervisor, accessNode } = restore;
  const toTime = upTo === null ? Math.floor(at / 1000) + AHEAD_S : Math.ceil(upTo / 1000);
  const clientId = Number(hypervisor.id);
  // The access node is the SDK's way (C); the recorded request names the hypervisor (R).
  const client = accessNode ?? hypervisor;
  return {
    taskInfo: {
      task: {
        taskFlags: { disabled: false },
        policyType: 'DATA_PROTECTION',
        taskType: 'IMMEDIATE',
        initiatedFrom: 'GUI',
      },
      associations: [
        {
          subclientId: Number(restore.subclientId),
          client: {},
          applicationId: VIRTUAL_SERVER,
          _type_: 'CLIENT_ENTITY',
        },
      ],
      subTasks: [
        {
          subTask: { subTaskName: '', subTaskType: 'RESTORE', operationType: 'RESTORE' },
          options: {
            restoreOptions: {
              browseOption: {
                commCellId: restore.commCellId,
                timeRange: { fromTime: 0, toTime },
                noImage: false,
                useExactIndex: false,
                mediaOption: { copyPrecedence: { copyPrecedence: 0 } },
                listMedia: false,
                toTime,
                fromTime: 0,
                showDeletedItems: false,
              },
              destination: {
                destClient: { clientId: Number(client.id), clientName: client.name },
                inPlace: isInPlace,
                isLegalHold: false,
              },
              restoreACLsType: 'ACL_DATA',
              volumeRstOption: {
                volumeLeveRestore: false,
                volumeLevelRestoreType: 'VIRTUAL_MACHINE',
                destinationVendor: 'AZURE_V2',
              },
              virtualServerRstOption: {
                diskLevelVMRestoreOption: {
                  powerOnVmAfterRestore: restore.powersOn,
                  // In place the existing VM is deleted first, which needs this (C).
                  passUnconditionalOverride: isInPlace || restore.overwrites,
                  diskOption: 'Auto',
                  ...(isInPlace && { dataStore: {} }),
                  advancedRestoreOptions: [toVm(restore)],
                  transportMode: 'Auto',
                  useVcloudCredentials: true,
                  restoreToDefaultHost: false,
                  generateNewGuid: false,
                  reuseExistingVMClient: false,
                },
                isDiskBrowse: true,
                viewType: 'DEFAULT',
                vCenterInstance: {
                  instanceId: Number(hypervisor.instanceId),
                  applicationId: VIRTUAL_SERVER,
                  clientId,
                },
                securityScanOptions: { runSecurityScan: false },
              },
              fileOption: { sourceItem: [`\\${vm.guid}`] },
              commonOptions: {
                overwriteFiles: false,
                detectRegularExpression: true,
                unconditionalOverwrite: false,
                stripLevelType: 'PRESERVE_LEVEL',
                preserveLevel: 1,
                stripLevel: 0,
                restoreACLs: true,
                isFromBrowseBackup: true,
                clusterDBBackedup: false,
              },
            },
            adminOpts: { updateOption: { invokeLevel: 'NONE' } },
            commonOpts: {
              notifyUserOnJobCompletion: restore.notifies,
              jobDescription: description,
            },
          },
        },
      ],
    },
  };
}

function toVm({ vm, isInPlace, target }: CommvaultRestore) {
  return {
    guid: vm.guid,
    name: vm.name,
    newName: isInPlace ? vm.name : target.name,
    esxHost: target.resourceGroup,
    Datastore: target.storageAccount,
    vmSize: target.vmSize,
    datacenter: target.region,
    availabilityZones: target.zone ?? '',
    createPublicIP: target.createsPublicIp,
    restoreAsManagedVM: target.isManaged,
    disks: target.disks.map(({ name, newName, storageAccount, type }) => ({
      name,
      newName,
      Datastore: storageAccount,
      type,
    })),
    nics: target.nics.map(({ networkName, subnetId }) => ({ networkName, subnetId })),
    // An empty one is the source's (R); the name of the field of another one is assumed (A).
    securityGroups: [target.securityGroupId === null ? {} : { groupId: target.securityGroupId }],
    ...encryptionOf(target.encryption),
    extensionRestorePolicy: 'RESTORE',
    restoreVMTags: target.restoresTags,
    addToFailoverCluster: false,
  };
}

/** One or the other. The names inside `encryptionOption` are those of V4, assumed to hold here (A). */
function encryptionOf(encryption: CommvaultRestore['target']['encryption']) {
  const isSet = encryption?.kind === 'encryptionSet';
  return {
    encryptionOption: isSet
      ? {
          diskEncryptionSetTypeId: encryption.type,
          diskEncryptionSetId: encryption.encryptionSetId,
        }
      : {},
    keyvaultId: encryption?.kind === 'keyVault' ? encryption.keyVaultId : '',
  };
}
