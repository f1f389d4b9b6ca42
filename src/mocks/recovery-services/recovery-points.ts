import type { RecoveryPointWire } from '#src/api/recovery-services/points.ts';
import { failure } from '#src/mocks/errors.ts';
import { wants, withFilter, withTimes } from '#src/mocks/filter.ts';
import { itemPath, onItemRead, pointPath, withItem } from '#src/mocks/recovery-services/paths.ts';
import { keyVaultIdOf } from '#src/mocks/key-vaults.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  list,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { findMachine, findPoint, machineAsOf, machineThen } from '#src/mocks/world/lookup.ts';
import { isMounted } from '#src/mocks/world/mounts.ts';
import type {
  DiskSeed,
  InstanceSeed,
  MachineSeed,
  PointSeed,
  TierSeed,
} from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

const tierNumbers = { InstantRP: 1, HardenedRP: 2, ArchivedRP: 3 } as const;
const stateNumbers = { Valid: 1, Disabled: 2, Deleted: 3, Rehydrated: 4 } as const;

function tierWireOf({ type, status, rehydratedUntil }: TierSeed, isNumeric: boolean) {
  return {
    ...(isNumeric ? { type: tierNumbers[type], status: stateNumbers[status] } : { type, status }),
    ...(rehydratedUntil === undefined
      ? {}
      : { extendedInfo: { RehydratedRPExpiryTime: rehydratedUntil } }),
  };
}

/** `sourceVMStorageType` (azure-contract §4; document 004 prints NormalStorage). */
function storageTypeOf({ disks }: MachineSeed): string {
  const premium = disks.filter(({ sku }) => sku === 'Premium_LRS').length;
  if (premium === 0) return 'NormalStorage';
  return premium === disks.length
    ? 'PremiumVMOnPremiumStorage'
    : 'PremiumVMOnPartialPremiumStorage';
}

/**
 * A point as `GET {RP}` answers it. Versions up to 2020 print exactly the fields of document 004,
 * tiers as numbers; later ones names, and the newer fields (azure-contract §4).
 */
export function pointWireOf(
  { state, now, isNumeric }: Pick<Call, 'state' | 'now' | 'isNumeric'>,
  instance: InstanceSeed,
  point: PointSeed,
): RecoveryPointWire {
  const present = findMachine(state, instance.machineId);
  const machine = present && machineThen(present, point);
  const id = `${instance.id}/recoveryPoints/${point.name}`;
  return {
    id,
    name: point.name,
    type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints',
    properties: {
      objectType: 'IaasVMRecoveryPoint',
      recoveryPointType: point.consistency,
      recoveryPointTime: point.time,
      recoveryPointAdditionalInfo: '',
      sourceVMStorageType: machine === undefined ? 'NormalStorage' : storageTypeOf(machine),
      isSourceVMEncrypted: machine?.encryption === 'ADE',
      isInstantIlrSessionActive: isMounted(state.mounts, id, now),
      recoveryPointTierDetails: point.tiers.map((tier) => tierWireOf(tier, isNumeric)),
      isManagedVirtualMachine: machine?.isManaged ?? true,
      virtualMachineSize: machine?.size ?? '',
      originalStorageAccountOption: false,
      ...(isNumeric || machine === undefined ? {} : newerFields(machine, point)),
    },
  };
}

/** Secret and key of Azure Disk Encryption are in one vault beside the machine (G). */
function keysOf(machine: MachineSeed) {
  const vault = keyVaultIdOf(machine.id);
  return {
    encryptionMechanism: 'SinglePass',
    bekDetails: {
      secretUrl: `https://${nameOf(vault)}.vault.azure.net/secrets/os`,
      secretVaultId: vault,
    },
    kekDetails: { keyUrl: `https://${nameOf(vault)}.vault.azure.net/keys/os`, keyVaultId: vault },
  };
}

function newerFields(machine: MachineSeed, point: PointSeed): object {
  const included = machineAsOf(machine, point).disks;
  return {
    ...(machine.encryption === 'ADE' ? { keyAndSecret: keysOf(machine) } : {}),
    osType: machine.osType,
    ...(machine.zone === undefined ? {} : { zones: [machine.zone] }),
    recoveryPointDiskConfiguration: {
      numberOfDisksIncludedInBackup: included.length,
      numberOfDisksAttachedToVm: machine.disks.length,
      includedDiskList: included.map(namedDisk),
      excludedDiskList: machine.disks
        .filter(({ lun }) => !included.some((one) => one.lun === lun))
        .map(namedDisk),
    },
    securityType: 'None',
    // Missing on the newest point until a rule tags it (R).
    ...(point.rule === undefined
      ? {}
      : {
          recoveryPointProperties: {
            // Without a zone, unlike other times (R).
            ...(point.expires === undefined ? {} : { expiryTime: point.expires.replace('Z', '') }),
            ruleName: point.rule,
            isSoftDeleted: point.isSoftDeleted === true,
          },
        }),
    ...(point.privateAccess === undefined
      ? {}
      : { isPrivateAccessEnabledOnAnyDisk: point.privateAccess }),
  };
}

const namedDisk = ({ lun, name }: DiskSeed) => ({ lun, name });

const filterKeys = [
  'startdate',
  'enddate',
  'extendedinfo',
  'restorepointquerytype',
  'movereadyrponly',
  'includesoftdeletedrp',
];

/** 404 for a point that is not there; its code is a guess (G). */
export function pointNotFound(name: string) {
  return failure(404, 'BMSUserErrorRecoveryPointNotFound', `Recovery point ${name} was not found.`);
}

/**
 * The point of an item that can still be restored. Azure deletes what has expired once protection is on (D); that it
 * answers as for a point that is not there, and lists it until then, are guesses (G).
 */
export function findPointLeft(
  instance: InstanceSeed,
  name: string,
  now: number,
): PointSeed | undefined {
  const point = findPoint(instance, name);
  const end = point?.rule === undefined ? undefined : point.expires;
  const isPast = end !== undefined && isoMs(end) <= now;
  return isPast && instance.protectionState !== 'ProtectionStopped' ? undefined : point;
}

/** Handlers whose work is given the recovery point that the path names, and its item. */
export const onPoint = handlersBy(
  (call, work: (point: PointSeed, instance: InstanceSeed) => Answer) =>
    withItem(call, (instance) => {
      const point = findPoint(instance, param(call, 'point'));
      return point === undefined ? pointNotFound(param(call, 'point')) : work(point, instance);
    }),
);

export const recoveryPointRoutes: readonly Route[] = [
  route.get(
    'recoveryPoints.list',
    `${itemPath}/recoveryPoints`,
    onItemRead((call, instance) =>
      withFilter(call, filterKeys, (filter) =>
        withTimes(filter, { from: 'startdate', to: 'enddate' }, (from, to) => {
          const isAllWanted =
            wants(filter, 'includeSoftDeletedRP', 'True') && filter.has('includesoftdeletedrp');
          const points = instance.points.filter(({ time, isSoftDeleted }) => {
            const at = isoMs(time);
            return at >= from && at <= to && (isAllWanted || isSoftDeleted !== true);
          });
          return list(points.map((point) => pointWireOf(call, instance, point)));
        }),
      ),
    ),
  ),
  route.get(
    'recoveryPoints.get',
    pointPath,
    onItemRead((call, instance) => {
      const point = findPoint(instance, param(call, 'point'));
      return point === undefined
        ? pointNotFound(param(call, 'point'))
        : ok(pointWireOf(call, instance, point));
    }),
  ),
];
