import type {
  OperationStatus,
  OperationStatusProvisionILRExtendedInfo,
} from '@azure/arm-recoveryservicesbackup';
import { expect, onTestFinished, test } from 'vitest';

import { clientsAt, sourceOf } from './testing-clients.ts';
import { operationIn } from './testing-restores.ts';

/** Files of a restore point, as Azure's own client reads them. */

const connected = clientsAt(onTestFinished);

test.each([
  ['testVM', ['.txt', '.exe']],
  ['app01', ['.py', '.txt']],
])('a point of %s is mounted, renewed and unmounted', async (name, extensions) => {
  const source = sourceOf(name);
  const { backup, step } = await connected({ subscription: source.subscription });
  const pointName = source.points[0] ?? '';
  const point = [...source.item, pointName] as const;
  const isActive = async () => {
    const { properties } = await backup.recoveryPoints.get(...point);
    return properties !== undefined && 'isInstantIlrSessionActive' in properties
      ? properties.isInstantIlrSessionActive
      : undefined;
  };
  let address = '';
  const onResponse = ({ headers }: { headers: { get(name: string): string | undefined } }) =>
    (address = headers.get('azure-asyncoperation') ?? '');
  const provision = (renewExistingRegistration?: boolean) =>
    backup.itemLevelRecoveryConnections.provision(
      ...point,
      {
        properties: {
          objectType: 'IaasVMILRRegistrationRequest',
          recoveryPointId: pointName,
          virtualMachineId: source.machineId,
          ...(renewExistingRegistration === undefined ? {} : { renewExistingRegistration }),
        },
      },
      { onResponse },
    );
  const status = () => backup.backupOperationStatuses.get(...source.vault, operationIn(address));

  await provision();
  expect([(await status()).status, await isActive()]).toEqual(['InProgress', false]);
  await step(46_000);
  const first = await status();
  expect([first.status, await isActive()]).toEqual(['Succeeded', true]);
  const { properties } = first;
  if (!isProvision(properties)) throw new Error('The status reports no scripts.');
  const scripts = properties.recoveryTarget?.clientScripts ?? [];
  expect(scripts.map(({ scriptExtension }) => scriptExtension)).toEqual(extensions);

  await expect(provision()).rejects.toThrow('renewExistingRegistration');
  await provision(true);
  await step(46_000);
  expect(await isActive()).toBe(true);

  await backup.itemLevelRecoveryConnections.revoke(...point, { onResponse });
  expect([(await status()).status, await isActive()]).toEqual(['InProgress', true]);
  await step(11_000);
  expect(await status()).toMatchObject({ status: 'Succeeded' });
  expect([(await status()).properties, await isActive()]).toEqual([undefined, false]);
});

const isProvision = (
  properties: OperationStatus['properties'],
): properties is OperationStatusProvisionILRExtendedInfo =>
  properties?.objectType === 'OperationStatusProvisionILRExtendedInfo';
