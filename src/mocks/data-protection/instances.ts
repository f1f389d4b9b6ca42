import type { BackupInstanceWire, DiskPointWire } from '#src/api/data-protection/instances.ts';
import { instant, isoText } from '#src/lib/time.ts';
import {
  backupVaultPath,
  diskInstancePath,
  instancesOf,
  isListed,
  notThere,
  onBackupVault,
  onDeletedInstance,
  onDiskInstance,
  pointsLeft,
} from '#src/mocks/data-protection/vaults.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import {
  type Answer,
  type Call,
  list,
  ok,
  param,
  type Route,
  route,
  rowsOf,
} from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { DiskInstanceSeed, DiskPointSeed } from '#src/mocks/world/seed.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** The policy by which disks are protected here. */
export const policyOf = ({ vaultId }: DiskInstanceSeed): string =>
  `${vaultId}/backupPolicies/DiskDaily`;

/** What is protected. The key of its id ends in a capital `D` (azure-contract §11). */
const sourceOf = ({ sourceId, sourceType, location }: DiskInstanceSeed) => ({
  resourceID: sourceId,
  resourceUri: '',
  datasourceType: sourceType,
  resourceName: nameOf(sourceId),
  resourceType: sourceType,
  resourceLocation: location,
  objectType: 'Datasource',
});

/** The properties of a backup instance of 2024-04-01; `provisioningState` has a word of its own (S). */
export const diskInstanceProperties = (
  instance: DiskInstanceSeed,
): BackupInstanceWire['properties'] => ({
  friendlyName: nameOf(instance.sourceId),
  dataSourceInfo: sourceOf(instance),
  dataSourceSetInfo: null,
  policyInfo: {
    policyId: policyOf(instance),
    policyVersion: '',
    policyParameters: {
      dataStoreParametersList: [
        {
          objectType: 'AzureOperationalStoreParameters',
          dataStoreType: 'OperationalStore',
          resourceGroupId: instance.snapshotGroup,
        },
      ],
    },
  },
  protectionStatus: { status: instance.state },
  currentProtectionState: instance.state,
  provisioningState: 'Provisioned',
  objectType: 'BackupInstance',
});

/** A backup instance as the wire has it. */
const diskInstanceWire = (instance: DiskInstanceSeed): BackupInstanceWire => ({
  id: instance.id,
  name: nameOf(instance.id),
  type: 'Microsoft.DataProtection/backupVaults/backupInstances',
  properties: diskInstanceProperties(instance),
});

const DAY_MS = 86_400_000;

/** The same once it is deleted, under an id of its own (live §6, R). */
function deletedInstanceWire(instance: DiskInstanceSeed): BackupInstanceWire {
  const { id, softDeleted = { at: '', days: 0 } } = instance;
  const { at, days } = softDeleted;
  const purge = isoText(instant(isoMs(at) + days * DAY_MS));
  return {
    id: id.replace('/backupInstances/', '/deletedBackupInstances/'),
    name: nameOf(id),
    type: 'Microsoft.DataProtection/backupVaults/deletedBackupInstances',
    properties: {
      ...diskInstanceProperties(instance),
      deletionInfo: {
        deletionTime: at,
        scheduledPurgeTime: purge,
        billingEndDate: purge,
        deleteActivityID: guidFrom(`deletion:${id}`),
      },
      protectionStatus: { status: 'SoftDeleted' },
      currentProtectionState: 'SoftDeleted',
      objectType: 'DeletedBackupInstance',
    },
  };
}

const deletedPath = `${backupVaultPath}/deletedBackupInstances`;

/** A recovery point of a disk of 2024-04-01: full of nulls, its type in lower case (azure-contract §11). */
function pointWire(
  { id }: DiskInstanceSeed,
  { name, time, expires }: DiskPointSeed,
): DiskPointWire {
  return {
    id: `${id}/recoveryPoints/${name}`,
    name,
    type: 'microsoft.dataprotection/backupvaults/backupInstances/recoveryPoints',
    properties: {
      objectType: 'AzureBackupDiscreteRecoveryPoint',
      recoveryPointId: name,
      recoveryPointTime: time,
      recoveryPointType: 'Incremental',
      friendlyName: name,
      recoveryPointDataStoresDetails: [
        {
          id: guidFrom(`store:${id}`),
          type: 'OperationalStore',
          creationTime: time,
          expiryTime: expires ?? null,
          metaData: null,
          visible: true,
          state: 'COMMITTED',
          rehydrationExpiryTime: null,
          rehydrationStatus: null,
        },
      ],
      retentionTagName: 'Default',
      retentionTagVersion: '637456934614121672',
      policyName: 'DiskDaily',
      policyVersion: null,
      recoveryPointState: 'Completed',
    },
  };
}

/** Which filters the service takes is not verified: none is. */
function listPoints(call: Call, instance: DiskInstanceSeed): Answer {
  if (call.request.url.searchParams.get('$filter')) return invalidInput('No filter is simulated.');
  return list(rowsOf(pointsLeft(instance, call.now), (point) => pointWire(instance, point)));
}

function getPoint(call: Call, instance: DiskInstanceSeed): Answer {
  const name = param(call, 'point');
  const point = pointsLeft(instance, call.now).find((one) => one.name === name);
  return point === undefined
    ? notThere(call, 'backupVaults/backupInstances/recoveryPoints', name)
    : ok(pointWire(instance, point));
}

const pointsPath = `${diskInstancePath}/recoveryPoints`;

/** Protected disks, also deleted ones, and their recovery points. */
export const diskInstanceRoutes: readonly Route[] = [
  route.get(
    'backupInstances.list',
    `${backupVaultPath}/backupInstances`,
    onBackupVault((call, vault) =>
      list(rowsOf(instancesOf(call, vault).filter(isListed), diskInstanceWire)),
    ),
  ),
  route.get(
    'backupInstances.get',
    diskInstancePath,
    onDiskInstance((_, instance) => ok(diskInstanceWire(instance))),
  ),
  route.get(
    'deletedBackupInstances.list',
    deletedPath,
    onBackupVault((call, vault) =>
      list(
        rowsOf(
          instancesOf(call, vault).filter((one) => !isListed(one)),
          deletedInstanceWire,
        ),
      ),
    ),
  ),
  route.get(
    'deletedBackupInstances.get',
    `${deletedPath}/{instance}`,
    onDeletedInstance((_, instance) => ok(deletedInstanceWire(instance))),
  ),
  // 200 and nothing in it (R).
  route.post(
    'deletedBackupInstances.undelete',
    `${deletedPath}/{instance}/undelete`,
    onDeletedInstance(({ now }, { id }) => ({
      status: 200,
      events: [{ type: 'disk-undeleted', at: now, instanceId: id }],
    })),
  ),
  route.get('diskPoints.list', pointsPath, onDiskInstance(listPoints)),
  route.get('diskPoints.get', `${pointsPath}/{point}`, onDiskInstance(getPoint)),
];
