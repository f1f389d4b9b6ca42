import type {
  IaasVMRestoreRequest,
  IaasVMRestoreWithRehydrationRequest,
  OperationStatus,
  RecoveryServicesBackupClient,
} from '@azure/arm-recoveryservicesbackup';

import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

import type { Source } from './testing-clients.ts';

/** What the tests of restores by Azure's own client share. */

export type Wish = Partial<IaasVMRestoreRequest | IaasVMRestoreWithRehydrationRequest>;

/** A staging account that every restore of the region can use. */
const stagingIn = (region: string): string =>
  defaultWorld.accounts.find(
    ({ location, sku, kind }) =>
      location === region && sku === 'Standard_LRS' && kind === 'StorageV2',
  )?.id ?? '';

/** Restore disks of a source, changed as wished. */
export function requestOf(source: Source, pointIndex: number, wish: Wish): IaasVMRestoreRequest {
  return {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: source.points[pointIndex] ?? '',
    recoveryType: 'RestoreDisks',
    sourceResourceId: source.machineId,
    storageAccountId: stagingIn(source.region),
    region: source.region,
    createNewCloudService: false,
    originalStorageAccountOption: false,
    ...wish,
  };
}

/** The last part of an address's path: an operation's id. */
export const operationIn = (address: string): string =>
  new URL(address).pathname.split('/').at(-1) ?? '';

/** Starts a restore; the operation's id is in a header, which the poller does not tell. */
export async function trigger(
  { restores }: RecoveryServicesBackupClient,
  source: Source,
  properties: IaasVMRestoreRequest,
) {
  let address = '';
  const poller = await restores.beginTrigger(
    ...source.item,
    properties.recoveryPointId ?? '',
    { properties },
    { onResponse: ({ headers }) => (address ||= headers.get('azure-asyncoperation') ?? '') },
  );
  return { poller, operation: operationIn(address) };
}

/** The job that an operation's status names. */
export function jobIdOf({ properties }: OperationStatus): string {
  return properties !== undefined && 'jobId' in properties ? (properties.jobId ?? '') : '';
}

/** Starts a restore and follows its operation to the end: the name of its job. */
export async function restored(
  backup: RecoveryServicesBackupClient,
  source: Source,
  properties: IaasVMRestoreRequest,
): Promise<string> {
  const { poller, operation } = await trigger(backup, source, properties);
  await poller.pollUntilDone();
  return jobIdOf(await backup.protectedItemOperationStatuses.get(...source.item, operation));
}
