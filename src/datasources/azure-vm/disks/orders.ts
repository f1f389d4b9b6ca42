import type { ActionPlan, ActionStep, GuardedAction } from '#src/actions/action.ts';
import {
  attachStep,
  detachStep,
  machineStep,
  nicStep,
  startStep,
  stopStep,
  swapStep,
  telling,
  type WriteStep,
} from '#src/actions/steps.ts';
import { settingLines } from '#src/datasources/azure-vm/disks/source-settings.ts';
import {
  diskActionId,
  type DiskOrder,
  type DiskOrderKind,
  MAKES_MACHINE,
} from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { azCommand, type Command, type CommandPart, powerShellCommand } from '#src/lib/command.ts';
import { ok } from '#src/lib/result.ts';
import { machineFromDisks } from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { diskActions } from '#src/strings/disks.ts';

/**
 * The same as commands, one below the other (Microsoft Learn: az network nic, az vm, az vm disk; `Az.Compute`,
 * Change the OS disk used by an Azure VM).
 */
interface DiskCommands {
  readonly az: readonly Command[];
  readonly powerShell: readonly Command[];
}

type OrderOf<Kind extends DiskOrderKind> = Extract<DiskOrder, { readonly kind: Kind }>;

/** What an order says, changes, sends and is as commands (documents 000 and 002; calls: aftercare §2.2). */
interface OrderParts {
  readonly sentence: string;
  readonly plan: ActionPlan;
  readonly steps: readonly ActionStep[];
  readonly commands: DiskCommands;
}

const { step: steps, sentence, line } = diskActions;

function partsOf(order: DiskOrder): OrderParts {
  switch (order.kind) {
    case 'build':
      return buildParts(order);
    case 'attach':
      return attachParts(order);
    case 'detach':
      return detachParts(order);
    case 'swap':
      return swapParts(order);
  }
}

export const diskCommandsOf = (order: DiskOrder): DiskCommands => partsOf(order).commands;

interface AroundOrder {
  /** Called when a VM has the disks. */
  readonly onMachine?: () => void;
  /** Rejects where the first request of a new VM isn’t to be sent after all. */
  readonly beforeBuild?: () => Promise<void>;
}

/** The action of an order: the same steps under the same id, also after a reload. */
export function diskActionOf(
  order: DiskOrder,
  { onMachine = () => undefined, beforeBuild }: AroundOrder = {},
): GuardedAction {
  const parts = partsOf(order);
  const held = (step: ActionStep, index: number): ActionStep =>
    order.kind !== 'build' || beforeBuild === undefined || index > 0
      ? step
      : {
          ...step,
          run: async (onAccepted) => {
            await beforeBuild();
            return step.run(onAccepted);
          },
        };
  return {
    id: diskActionId(order),
    plannedAt: order.at,
    sentence: parts.sentence,
    plan: parts.plan,
    confirmName: nameOf(order.machineId),
    steps: parts.steps
      .map(held)
      .map((step) =>
        MAKES_MACHINE.includes(step.id) ? { ...step, ...telling(step, onMachine) } : step,
      ),
  };
}

const titled = (stepId: string, title: string, write: WriteStep): ActionStep => ({
  id: stepId,
  title,
  ...write,
});

interface Place {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

function placeOf(of: ResourceId): Place {
  const [, , subscription = '', , group = ''] = of.split('/');
  return { subscription, group, name: nameOf(of) };
}

const azPlace = ({ subscription, group, name }: Place, option = '--name'): CommandPart[] => [
  ['--subscription', subscription],
  ['--resource-group', group],
  [option, name],
];

const shellPlace = ({ group, name }: Place): CommandPart[] => [
  ['-ResourceGroupName', group],
  ['-Name', name],
];

const optional = (option: string, value: string | null): CommandPart[] =>
  value === null ? [] : [[option, value]];

const azAttach = (machine: Place, diskId: ResourceId, lun: number): Command =>
  azCommand([
    'az vm disk attach',
    ...azPlace(machine, '--vm-name'),
    ['--name', diskId],
    ['--lun', String(lun)],
  ]);

const azDetach = (machine: Place, diskId: ResourceId): Command =>
  azCommand(['az vm disk detach', ...azPlace(machine, '--vm-name'), ['--name', nameOf(diskId)]]);

const chooseSubscription = ({ subscription }: Place): Command =>
  powerShellCommand(['Set-AzContext', ['-Subscription', subscription]]);

const readMachine = (machine: Place): Command =>
  powerShellCommand(['$vm = Get-AzVM', ...shellPlace(machine)]);

const updateMachine = ({ group }: Place): Command =>
  powerShellCommand(['Update-AzVM', ['-ResourceGroupName', group], '-VM $vm']);

const removeDataDisk = (diskId: ResourceId): Command =>
  powerShellCommand(['Remove-AzVMDataDisk -VM $vm', ['-Name', nameOf(diskId)]]);

const addDataDisk = (diskId: ResourceId, lun: number): Command =>
  powerShellCommand([
    'Add-AzVMDataDisk -VM $vm',
    ['-Name', nameOf(diskId)],
    ['-ManagedDiskId', diskId],
    `-Lun ${String(lun)} -CreateOption Attach`,
  ]);

/** Creates a NIC and a VM of disks that are there. */
function buildParts(order: OrderOf<'build'>): OrderParts {
  const { machineId, nicId, subnetId, address, region, osDiskId, dataDisks, size, zone } = order;
  const { availabilitySetId, licenseType, osType, hasUltraDisks = false, plan } = order;
  const settings = settingLines(order);
  const [machine, nic] = [placeOf(machineId), placeOf(nicId)];
  const { name } = machine;
  const body = machineFromDisks({
    region,
    zone,
    size,
    osType,
    osDiskId,
    dataDisks,
    nicIds: [nicId],
    ...(availabilitySetId === null ? {} : { availabilitySetId }),
    ...(licenseType === null ? {} : { licenseType }),
    canUseUltraDisks: hasUltraDisks,
    plan,
  });
  return {
    sentence: sentence.build(name, nameOf(osDiskId)),
    plan: {
      created: [
        line.machine(name, size, zone),
        line.nic(nic.name, nameOf(subnetId), address),
        ...(licenseType === null ? [] : [line.license(licenseType)]),
        ...(availabilitySetId === null ? [] : [line.set(nameOf(availabilitySetId))]),
        ...settings.created,
      ],
      changed: [
        line.attachedOs(nameOf(osDiskId), name),
        ...dataDisks.map(({ diskId, lun }) => line.attachedAs(nameOf(diskId), name, lun)),
      ],
      untouched: [line.content(1 + dataDisks.length)],
      lost: settings.lost,
    },
    steps: [
      titled(
        'nic',
        steps.nic(nic.name),
        nicStep(nicId, nicBody({ region, subnetId, address }), machineId),
      ),
      titled('machine', steps.build(name), machineStep(machineId, body)),
    ],
    commands: {
      az: [
        azCommand([
          'az network nic create',
          ...azPlace(nic),
          ['--location', region],
          ['--subnet', subnetId],
          ...optional('--private-ip-address', address),
        ]),
        azCommand([
          'az vm create',
          ...azPlace(machine),
          ['--location', region],
          ['--attach-os-disk', osDiskId],
          ['--os-type', osType],
          ['--size', size],
          ['--nics', nicId],
          ...optional('--zone', zone),
          ...optional('--availability-set', availabilitySetId),
          ...optional('--license-type', licenseType),
          ...(hasUltraDisks ? ['--ultra-ssd-enabled true'] : []),
          ...optional('--plan-name', plan?.name ?? null),
          ...optional('--plan-publisher', plan?.publisher ?? null),
          ...optional('--plan-product', plan?.product ?? null),
        ]),
        // Its option for data disks takes no LUNs.
        ...dataDisks.map(({ diskId, lun }) => azAttach(machine, diskId, lun)),
      ],
      powerShell: [
        chooseSubscription(machine),
        powerShellCommand([
          '$nic = New-AzNetworkInterface',
          ...shellPlace(nic),
          ['-Location', region],
          ['-SubnetId', subnetId],
          ...optional('-PrivateIpAddress', address),
        ]),
        powerShellCommand([
          '$vm = New-AzVMConfig',
          ['-VMName', name],
          ['-VMSize', size],
          ...optional('-Zone', zone),
          ...optional('-AvailabilitySetId', availabilitySetId),
          ...optional('-LicenseType', licenseType),
          ...(hasUltraDisks ? ['-EnableUltraSSD'] : []),
        ]),
        ...(plan === undefined
          ? []
          : [
              powerShellCommand([
                'Set-AzVMPlan -VM $vm',
                ['-Name', plan.name],
                ['-Publisher', plan.publisher],
                ['-Product', plan.product],
              ]),
            ]),
        powerShellCommand([
          'Set-AzVMOSDisk -VM $vm',
          ['-ManagedDiskId', osDiskId],
          `-CreateOption Attach -${osType}`,
        ]),
        ...dataDisks.map(({ diskId, lun }) => addDataDisk(diskId, lun)),
        ok('Add-AzVMNetworkInterface -VM $vm -Id $nic.Id'),
        powerShellCommand([
          'New-AzVM',
          ['-ResourceGroupName', machine.group],
          ['-Location', region],
          '-VM $vm',
        ]),
      ],
    },
  };
}

/**
 * Attaches a disk to a VM, which keeps running; the disk that it is a copy of is detached first (document 002,
 * Restore to create a new disk).
 */
function attachParts({ machineId, diskId, lun, original }: OrderOf<'attach'>): OrderParts {
  const machine = placeOf(machineId);
  const { name } = machine;
  const disk = nameOf(diskId);
  const before = original === undefined ? '' : nameOf(original.diskId);
  const detached = original?.isDetached === true ? [original.diskId] : [];
  const stays = original?.isDetached === false;
  return {
    sentence: sentence.attach(disk, name),
    plan: {
      created: [],
      changed: [...detached.map(() => line.detached(before)), line.attachedAs(disk, name, lun)],
      untouched: [
        line.power(name),
        line.settings(name),
        line.content(1),
        ...(stays ? [line.twice(before)] : []),
      ],
      lost: detached.map(() => line.unwritten(before)),
    },
    steps: [
      ...detached.map((one) => titled('detach', steps.detach(before), detachStep(machineId, one))),
      titled('attach', steps.attach(disk, lun), attachStep(machineId, diskId, lun)),
    ],
    commands: {
      az: [...detached.map((one) => azDetach(machine, one)), azAttach(machine, diskId, lun)],
      powerShell: [
        chooseSubscription(machine),
        readMachine(machine),
        // A disk leaves its LUN only once the VM is updated.
        ...detached.flatMap((one) => [
          removeDataDisk(one),
          updateMachine(machine),
          readMachine(machine),
        ]),
        addDataDisk(diskId, lun),
        updateMachine(machine),
      ],
    },
  };
}

/** Detaches a disk from a VM, which keeps running; the disk stays. */
function detachParts({ machineId, diskId }: OrderOf<'detach'>): OrderParts {
  const machine = placeOf(machineId);
  const { name } = machine;
  const disk = nameOf(diskId);
  return {
    sentence: sentence.detach(disk, name),
    plan: {
      created: [],
      changed: [line.detached(disk)],
      untouched: [line.power(name), line.content(1)],
      lost: [line.unwritten(disk)],
    },
    steps: [titled('detach', steps.detach(disk), detachStep(machineId, diskId))],
    commands: {
      az: [azDetach(machine, diskId)],
      powerShell: [
        chooseSubscription(machine),
        readMachine(machine),
        removeDataDisk(diskId),
        updateMachine(machine),
      ],
    },
  };
}

/**
 * Stops a VM, gives it another OS disk, and starts it again if it ran before (document 002, Swap the OS disk).
 */
function swapParts({ machineId, diskId, before, wasRunning }: OrderOf<'swap'>): OrderParts {
  const machine = placeOf(machineId);
  const { name } = machine;
  const disk = nameOf(diskId);
  const swap = swapStep(machineId, { diskId, name: disk });
  return {
    sentence: sentence.swap(name, disk),
    plan: {
      created: [],
      changed: [
        line.osDisk(name, disk),
        wasRunning ? line.restarts(name) : line.staysStopped(name),
      ],
      untouched: [line.dataDisks(name), ...(before === null ? [] : [line.oldDisk(nameOf(before))])],
      lost: wasRunning ? [line.memory(name)] : [],
    },
    steps: [
      titled('stop', steps.stop(name), { ...stopStep(machineId), lookAhead: swap.look }),
      titled('swap', steps.swap(disk), swap),
      ...(wasRunning ? [titled('start', steps.start(name), startStep(machineId))] : []),
    ],
    commands: {
      az: [
        azCommand(['az vm deallocate', ...azPlace(machine)]),
        azCommand(['az vm update', ...azPlace(machine), ['--os-disk', diskId]]),
        ...(wasRunning ? [azCommand(['az vm start', ...azPlace(machine)])] : []),
      ],
      powerShell: [
        chooseSubscription(machine),
        powerShellCommand(['Stop-AzVM', ...shellPlace(machine), '-Force']),
        readMachine(machine),
        powerShellCommand(['Set-AzVMOSDisk -VM $vm', ['-ManagedDiskId', diskId], ['-Name', disk]]),
        updateMachine(machine),
        ...(wasRunning ? [powerShellCommand(['Start-AzVM', ...shellPlace(machine)])] : []),
      ],
    },
  };
}
