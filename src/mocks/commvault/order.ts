import * as z from 'zod/mini';
import { type Backup, disksInBackup, newestBackup } from '#src/mocks/commvault/backups.ts';
import { bodyAt } from '#src/mocks/commvault/commvault-auth.ts';
import { commServeIn } from '#src/mocks/commvault/commserve.ts';
import type { HypervisorSeed, VmSeed } from '#src/mocks/commvault/seed.ts';
import { momentOf } from '#src/mocks/commvault/vms.ts';
import { objectsIn } from '#src/mocks/json.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import type { Call } from '#src/mocks/service.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What a body of `CreateTask` asks for, read as the capture has it (commvault.md §2.3, R). */

const text = z.catch(z.string(), '');
const flag = (otherwise: boolean) => z.catch(z.boolean(), otherwise);
/** Ids come as numbers and as texts. */
const number = z.catch(z.coerce.number(), 0);

const vmShape = z.object({
  guid: z.string(),
  newName: text,
  /** The resource group, whatever the key says. */
  esxHost: text,
  /** The storage account. */
  Datastore: text,
  /** The region. */
  datacenter: text,
  vmSize: text,
  availabilityZones: text,
  createPublicIP: flag(false),
  restoreAsManagedVM: flag(true),
  disks: z.catch(z.array(z.object({ name: text, newName: text, type: text })), []),
  nics: z.catch(z.array(z.object({ subnetId: text })), []),
  securityGroups: z.catch(z.array(z.unknown()), []),
});

const moreShape = z.object({
  isInPlace: flag(false),
  powersOn: flag(true),
  overwrites: flag(false),
  /** Unix seconds. */
  toTime: number,
  commCellId: number,
  /** The hypervisor; in the SDK's body `destClient` is the access node (C), in the capture it is not (R). */
  instanceClientId: number,
  clientId: number,
});

export type Wish = z.infer<typeof vmShape> & z.infer<typeof moreShape>;

/** The restore that a body asks for; null where it is none of a whole VM. */
export function wishIn(body: unknown): Wish | null {
  const [subTask] = objectsIn(bodyAt(body, 'taskInfo')['subTasks']);
  const options = bodyAt(subTask, 'options', 'restoreOptions');
  const levels = bodyAt(options, 'virtualServerRstOption', 'diskLevelVMRestoreOption');
  const [wanted] = objectsIn(levels['advancedRestoreOptions']);
  const vm = vmShape.safeParse(wanted).data;
  if (vm === undefined) return null;
  const browse = bodyAt(options, 'browseOption');
  const destination = bodyAt(options, 'destination');
  const more = moreShape.parse({
    isInPlace: destination['inPlace'],
    powersOn: levels['powerOnVmAfterRestore'],
    overwrites: levels['passUnconditionalOverride'],
    toTime: bodyAt(browse, 'timeRange')['toTime'] ?? browse['toTime'],
    commCellId: browse['commCellId'],
    instanceClientId: bodyAt(options, 'virtualServerRstOption', 'vCenterInstance')['clientId'],
    clientId: bodyAt(destination, 'destClient')['clientId'],
  });
  return { ...vm, ...more };
}

/** A restore that a CommServe can plan: what comes from where, and where it goes. */

export interface Order {
  /** Simulated epoch milliseconds. */
  readonly atMs: number;
  readonly wish: Wish;
  readonly vm: VmSeed;
  /** The VM as its backup holds it, all facts told. */
  readonly source: MachineSeed;
  /** Undefined: no backup had ended by the wished time. */
  readonly backup: Backup | undefined;
  readonly hypervisor: HypervisorSeed;
  /** The resource ID of the VM that it makes. */
  readonly targetId: string;
  readonly newName: string;
  readonly location: string;
  readonly size: string;
  readonly disks: readonly DiskSeed[];
}

/** A wrong one is accepted, and looks like an empty backup (R); none is the only one there is (A). */
const COMM_CELLS = [0, 2];

/** The order of a wish for a VM; null where the wished hypervisor is none. */
export function orderOf(call: Call, wish: Wish, vm: VmSeed): Order | null {
  const { hypervisors } = commServeIn(call);
  const named = [wish.instanceClientId, wish.clientId].flatMap(
    (id) => hypervisors.find((one) => one.id === id) ?? [],
  );
  const hypervisor = wish.isInPlace ? vm.hypervisor : named[0];
  if (hypervisor === undefined) return null;
  const source = findMachine(call.stored, vm.machine.id) ?? vm.machine;
  const untilMs = wish.toTime === 0 ? call.now : wish.toTime * 1000;
  const backup = COMM_CELLS.includes(wish.commCellId)
    ? newestBackup(momentOf(call), vm, untilMs)
    : undefined;
  // Without a name the SDK makes one (C).
  const newName = wish.isInPlace ? vm.name : wish.newName || `del${vm.name}`;
  const group = `/subscriptions/${hypervisor.subscriptionId}/resourceGroups/${wish.esxHost || nameOf(groupOf(source.id))}`;
  const region = wish.isInPlace ? '' : wish.datacenter;
  return {
    atMs: call.now,
    wish,
    vm,
    source,
    backup,
    hypervisor,
    targetId: wish.isInPlace
      ? source.id
      : `${group}/providers/Microsoft.Compute/virtualMachines/${newName}`,
    newName,
    location: regionNamed(call.stored.seed, region)?.name ?? (region || source.location),
    size: (wish.isInPlace ? '' : wish.vmSize) || source.size,
    disks: wish.disks.length === 0 ? ownDisks(vm, newName) : wishedDisks(wish.disks, vm),
  };
}

/** All disks of the backup, called after the new VM: so it is where a body names none (A). */
const ownDisks = (vm: VmSeed, newName: string): readonly DiskSeed[] =>
  disksInBackup(vm).map((disk) => ({ ...disk, name: disk.name.replace(vm.name, () => newName) }));

/** Those of the backup's disks that a body names, called as it wants them. */
function wishedDisks(wished: Wish['disks'], vm: VmSeed): readonly DiskSeed[] {
  return disksInBackup(vm).flatMap((disk) => {
    const own = wished.find(({ name }) => sameId(name, disk.name));
    if (own === undefined) return [];
    const sku = skus.find((one) => one === own.type) ?? disk.sku;
    return [{ ...disk, sku, ...(own.newName === '' ? {} : { name: own.newName }) }];
  });
}

const skus = ['Standard_LRS', 'StandardSSD_LRS', 'Premium_LRS'] as const;
