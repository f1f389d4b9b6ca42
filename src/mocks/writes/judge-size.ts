import { maxDataDisksOf, sizeOf, takesPremium } from '#src/mocks/compute/size-limits.ts';
import { quotasShortFor } from '#src/mocks/compute/usages.ts';
import { regionNamed } from '#src/mocks/resources/regions.ts';
import { isRegionDown, isZoneDown } from '#src/mocks/world/zones.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { firstRefusal, refuse } from '#src/mocks/writes/judge.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Whether a subscription can have a machine of a size in a place, and what the size allows. */

/** What stands against a size; a machine keeps the size that it has, whatever became of it. */
export function judgeSize(
  state: State,
  wanted: MachineSeed,
  before: MachineSeed | undefined,
): Answer | null {
  const isUnchanged = before !== undefined && sameId(before.size, wanted.size);
  return firstRefusal([
    () => (isUnchanged ? null : judgeOffer(state, wanted)),
    () => (isUnchanged ? null : judgeQuota(state, wanted)),
    () => judgeDataDisks(wanted),
    () => judgePremium(wanted),
  ]);
}

function judgeOffer(state: State, wanted: MachineSeed): Answer | null {
  const { size, location, zone, id } = wanted;
  const facts = sizeOf(size);
  if (facts === undefined) {
    return refuse(
      400,
      'InvalidParameter',
      `The value ${size} provided for the VM size is not valid. The valid sizes in the current region are in the list of sizes.`,
      'vmSize',
    );
  }
  const region = regionNamed(state.seed, location);
  if (zone !== undefined && region?.hasZones !== true) {
    return refuse(
      400,
      'InvalidAvailabilityZone',
      `The zone(s) '${zone}' for resource 'Microsoft.Compute/virtualMachines/${nameOf(id)}' is not supported. The supported zones for location '${location}' are ''.`,
    );
  }
  const name = region?.name ?? '';
  const isClosed =
    facts.closedIn?.includes(name) === true ||
    (zone !== undefined && facts.closedZones?.[name]?.includes(zone) === true) ||
    isDown(state, wanted);
  return isClosed
    ? refuse(
        409,
        'SkuNotAvailable',
        `The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: ${size}' is currently not available in location '${location}'. Please try another size or deploy to a different location or different zone. See https://aka.ms/azureskunotavailable for details.`,
      )
    : null;
}

const isDown = ({ seed }: State, { id, location, zone }: MachineSeed): boolean =>
  isRegionDown(seed, location) ||
  (zone !== undefined && isZoneDown(seed, location, zone, subscriptionOf(id)));

const subscriptionOf = (id: string): string => id.split('/')[2] ?? '';

/** 409, too few cores are left (text I, aftercare §1.6). */
function judgeQuota(state: State, { id, location, size }: MachineSeed): Answer | null {
  const subscriptionId = subscriptionOf(id);
  const [short] = quotasShortFor(state, { subscriptionId, location }, size);
  if (short === undefined) return null;
  const { name, used, limit } = short;
  const cores = sizeOf(size)?.cores ?? 0;
  const kind = name === 'cores' ? 'Total Regional Cores' : `${name} Cores`;
  return refuse(
    409,
    'OperationNotAllowed',
    `Operation could not be completed as it results in exceeding approved ${kind} quota. Additional details - Deployment Model: Resource Manager, Location: ${location}, Current Limit: ${limit}, Current Usage: ${used}, Additional Required: ${cores}, (Minimum) New Limit Required: ${used + cores}.`,
  );
}

const isData = ({ lun }: DiskSeed): boolean => lun >= 0;

function judgeDataDisks({ size, disks }: MachineSeed): Answer | null {
  const facts = sizeOf(size);
  if (facts === undefined) return null;
  const most = maxDataDisksOf(facts);
  return disks.filter(isData).length <= most
    ? null
    : refuse(
        409,
        'OperationNotAllowed',
        `The maximum number of data disks allowed to be attached to a VM of this size is ${most}.`,
        'dataDisks',
      );
}

/** 400, a premium disk on a size that takes none (code G). */
function judgePremium({ size, disks }: MachineSeed): Answer | null {
  const premium = disks.find(({ sku }) => sku === 'Premium_LRS' || sku === 'UltraSSD_LRS');
  if (premium === undefined || takesPremium(size)) return null;
  return refuse(
    400,
    'InvalidParameter',
    `Requested operation cannot be performed because the VM size ${size} does not support the storage account type ${premium.sku} of disk '${premium.name}'. Consider updating the VM to a size that supports Premium storage.`,
    isData(premium)
      ? 'dataDisk.managedDisk.storageAccountType'
      : 'osDisk.managedDisk.storageAccountType',
  );
}
