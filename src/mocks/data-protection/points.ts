import type { DiskPointWire } from '#src/api/data-protection/instances.ts';
import {
  diskInstancePath,
  notThere,
  onDiskInstance,
  pointsLeft,
} from '#src/mocks/data-protection/paths.ts';
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
import type { DiskInstanceSeed, DiskPointSeed } from '#src/mocks/world/seed.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';

/** A recovery point of a disk of 2024-04-01: full of nulls, its type in lower case (azure-contract §11). */
function wireOf({ id }: DiskInstanceSeed, { name, time, expires }: DiskPointSeed): DiskPointWire {
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
  return list(rowsOf(pointsLeft(instance, call.now), (point) => wireOf(instance, point)));
}

function getPoint(call: Call, instance: DiskInstanceSeed): Answer {
  const name = param(call, 'point');
  const point = pointsLeft(instance, call.now).find((one) => one.name === name);
  return point === undefined
    ? notThere(call, 'backupVaults/backupInstances/recoveryPoints', name)
    : ok(wireOf(instance, point));
}

const path = `${diskInstancePath}/recoveryPoints`;
export const diskPointRoutes: readonly Route[] = [
  route.get('diskPoints.list', path, onDiskInstance(listPoints)),
  route.get('diskPoints.get', `${path}/{point}`, onDiskInstance(getPoint)),
];
