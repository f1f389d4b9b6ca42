import type { DiskJobDetails, SourceDisk } from '#src/model/data-protection.ts';
import type { OsType } from '#src/model/recovery-services.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { diskAfterwards as words } from '#src/strings/disk-checks.ts';
import {
  attachCommand,
  detachCommand,
  machinePlace,
  type MachinePlace,
  swapCommands,
} from '#src/wizard/azure-disks/checks/commands.ts';

/** A step that is left after a restore: done, still to do, or not told by Azure. */
export interface AfterStep {
  readonly id: 'detach' | 'attach' | 'swap';
  readonly state: keyof typeof words.state;
  readonly text: string;
  readonly commands: readonly { readonly label: string; readonly text: string }[];
}

/** What was read of the two disks of a restore; undefined: not read; null: there is none. */
export interface AfterAsked {
  readonly source: SourceDisk | null | undefined;
  readonly restored: SourceDisk | null | undefined;
  readonly sourceDiskId: ResourceId;
  readonly restoredDiskId: ResourceId;
}

/** Whether a restored disk holds an operating system: only a system disk names one; null: not told. */
export function roleOfDisk({
  source,
  restored,
}: Pick<AfterAsked, 'source' | 'restored'>): 'os' | 'data' | null {
  const disks = [restored, source].flatMap((disk) => disk ?? []);
  if (disks.length === 0) return null;
  return disks.some(({ osType }) => osType !== null) ? 'os' : 'data';
}

/** What is left to do to use a restored disk (document 002, after its last note). */
export function stepsAfter(asked: AfterAsked): readonly AfterStep[] {
  switch (roleOfDisk(asked)) {
    case 'os':
      return [swap(asked)];
    case 'data':
      return [detach(asked), attach(asked)];
    case null:
      return [detach(asked), attach(asked), swap(asked)];
  }
}

/** The machine that the commands are for; null: Azure does not tell it. */
export function machineOf({ source, restored }: AfterAsked): ResourceId | null {
  return source?.machineId ?? restored?.machineId ?? null;
}

const UNKNOWN_PLACE: MachinePlace = {
  options: `--resource-group ${words.yourMachineGroup}`,
  name: words.yourMachine,
};

function placeIn(asked: AfterAsked): MachinePlace {
  const machine = machineOf(asked);
  return machine === null ? UNKNOWN_PLACE : machinePlace(machine);
}

function machineName(asked: AfterAsked): string {
  const machine = machineOf(asked);
  return machine === null ? words.theMachine : nameOf(machine);
}

function detach(asked: AfterAsked): AfterStep {
  const { source, sourceDiskId } = asked;
  const disk = nameOf(sourceDiskId);
  if (source === null || source?.machineId === null) {
    return { id: 'detach', state: 'done', text: words.detached(disk), commands: [] };
  }
  return {
    id: 'detach',
    state: source === undefined ? 'unknown' : 'open',
    text: words.detach(disk, machineName(asked)),
    commands: [{ label: words.command, text: detachCommand(placeIn(asked), disk) }],
  };
}

/** That a restored disk is in use already; null where it is not, or not told. */
function inUse(id: AfterStep['id'], { restored, restoredDiskId }: AfterAsked): AfterStep | null {
  const machine = restored?.machineId ?? null;
  if (machine === null) return null;
  const text = words.attached(nameOf(restoredDiskId), nameOf(machine));
  return { id, state: 'done', text, commands: [] };
}

const openOf = ({ restored }: AfterAsked): AfterStep['state'] =>
  restored === undefined || restored === null ? 'unknown' : 'open';

function attach(asked: AfterAsked): AfterStep {
  const { restoredDiskId } = asked;
  return (
    inUse('attach', asked) ?? {
      id: 'attach',
      state: openOf(asked),
      text: words.attach(nameOf(restoredDiskId), machineName(asked)),
      commands: [{ label: words.command, text: attachCommand(placeIn(asked), restoredDiskId) }],
    }
  );
}

function swap(asked: AfterAsked): AfterStep {
  const { restoredDiskId } = asked;
  const commands = swapCommands(placeIn(asked), restoredDiskId);
  return (
    inUse('swap', asked) ?? {
      id: 'swap',
      state: openOf(asked),
      text: words.swap(nameOf(restoredDiskId), machineName(asked)),
      commands: [
        { label: words.stop, text: commands.stop },
        { label: words.swapCommand, text: commands.swap },
        { label: words.startCommand, text: commands.start },
      ],
    }
  );
}

/** The document's guides to a step, by the machine's operating system; of both where it is not known. */
export function guidesTo(
  id: AfterStep['id'],
  osType: OsType | null,
): readonly { readonly os: OsType; readonly href: string }[] {
  return OS_TYPES.filter((os) => osType === null || os === osType).map((os) => ({
    os,
    href: `${LEARN}/${os.toLowerCase()}/${GUIDES[id][os]}`,
  }));
}

const OS_TYPES: readonly OsType[] = ['Windows', 'Linux'];
const LEARN = 'https://learn.microsoft.com/azure/virtual-machines';

/** Document 002's links, Restore to create a new disk. */
const GUIDES: Readonly<Record<AfterStep['id'], Readonly<Record<OsType, string>>>> = {
  detach: {
    Windows: 'detach-disk#detach-a-data-disk-using-the-portal',
    Linux: 'detach-disk#detach-a-data-disk-using-the-portal',
  },
  attach: {
    Windows: 'attach-managed-disk-portal',
    Linux: 'attach-disk-portal#attach-an-existing-disk',
  },
  swap: { Windows: 'os-disk-swap', Linux: 'os-disk-swap' },
};

/** Whether a job is a restore that has made its disk. */
export function hasMadeDisk({
  status,
  operation,
}: Pick<DiskJobDetails, 'status' | 'operation'>): boolean {
  const isOver = status === 'completed' || status === 'completedWithWarnings';
  return isOver && operation.toLowerCase() === 'restore';
}
