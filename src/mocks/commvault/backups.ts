import type { CommServeSeed, VmSeed } from '#src/mocks/commvault/seed.ts';
import { hashNumbers } from '#src/mocks/world/ids.ts';
import type { DiskSeed } from '#src/mocks/world/seed.ts';

/** Backup jobs of VMs: one a night, computed from the clock alone. Fourteen nights are kept. */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** When a night's backups start, after midnight UTC. */
const STARTS_MS = 20 * 60 * MINUTE_MS;
const NIGHTS = 14;
/** The night before which no job has a number. */
const FIRST_NIGHT = 17_500;
/** Parent jobs come after all VMs of a night. */
const PARENT_PLACE = 0.9;
const GIB = 1024 ** 3;

export interface Backup {
  readonly jobId: number;
  /** The job of the whole VM group (R, P). */
  readonly parentId: number;
  readonly vm: VmSeed;
  readonly status: string;
  readonly startMs: number;
  /** Null while it runs. */
  readonly endMs: number | null;
  readonly bytes: number;
}

const nightAt = (ms: number): number => Math.floor((ms - STARTS_MS) / DAY_MS);

/** The disks that a backup holds: neither shared nor Ultra disks (D), nor an OS disk that is filtered. */
export const disksInBackup = ({ machine, hasNoOsDisk }: VmSeed): readonly DiskSeed[] =>
  machine.disks.filter(
    ({ sku, maxShares, lun }) =>
      sku !== 'UltraSSD_LRS' && maxShares === undefined && !(hasNoOsDisk === true && lun < 0),
  );

/** Bytes of all disks in a backup. */
export const sizeOf = (vm: VmSeed): number =>
  disksInBackup(vm).reduce((sum, { sizeGiB }) => sum + sizeGiB, 0) * GIB;

/** Bytes that are in use on them: a quarter to a half. */
export const usedBytes = (vm: VmSeed): number =>
  Math.floor((sizeOf(vm) * (25 + (hashNumbers(vm.index, 31) % 26))) / 100);

/** Backup jobs have even numbers, restore jobs odd ones. */
const numberOf = ({ jobStep }: CommServeSeed, night: number, place: number): number =>
  2 * ((night - FIRST_NIGHT) * jobStep + place + 1);

export interface Moment {
  readonly commServe: CommServeSeed;
  /** When the world starts, and the moment that is looked at, in simulated epoch milliseconds. */
  readonly startMs: number;
  readonly now: number;
}

/** The night of a VM's newest backup that has started. */
const lastNight = ({ startMs, now }: Moment, { stoppedDays }: VmSeed): number =>
  stoppedDays === undefined ? nightAt(now) : nightAt(startMs) - stoppedDays;

const endings = [
  'Failed',
  'Killed',
  'Completed w/ one or more errors',
  'Completed w/ one or more errors',
  'Completed w/ one or more warnings',
];

/** The newest at the world's start, and those after it, end as the VM's facts have it. */
function endingOf(moment: Moment, vm: VmSeed, night: number): string {
  if (night >= nightAt(moment.startMs) - (vm.stoppedDays ?? 0)) {
    return vm.hasErrors === true ? 'Completed w/ one or more errors' : 'Completed';
  }
  return endings[hashNumbers(vm.index, night) % 40] ?? 'Completed';
}

function backupIn(moment: Moment, vm: VmSeed, night: number): Backup[] {
  const { commServe, now } = moment;
  if (vm.hasNoBackup === true || night > lastNight(moment, vm)) return [];
  const startMs = night * DAY_MS + STARTS_MS + (vm.index % 18) * 6 * MINUTE_MS;
  const endMs = startMs + (8 + (hashNumbers(night, vm.index) % 30)) * MINUTE_MS;
  if (startMs > now) return [];
  const place = commServe.groups.findIndex(({ id }) => id === vm.group.id);
  return [
    {
      jobId: numberOf(commServe, night, vm.index),
      parentId: numberOf(commServe, night, PARENT_PLACE * commServe.jobStep + place),
      vm,
      status: endMs > now ? 'Running' : endingOf(moment, vm, night),
      startMs,
      endMs: endMs > now ? null : endMs,
      bytes: usedBytes(vm),
    },
  ];
}

/** The backup jobs of a VM, newest first. */
export function backupsOf(moment: Moment, vm: VmSeed): readonly Backup[] {
  const last = lastNight(moment, vm);
  return Array.from({ length: NIGHTS }, (_, before) => last - before).flatMap((night) =>
    backupIn(moment, vm, night),
  );
}

/** Whether something can be restored from a backup. */
export const isUsable = ({ status }: Pick<Backup, 'status'>): boolean =>
  status.startsWith('Completed');

/** The backup that a restore takes: the newest that can be used and had ended by a moment. */
export const newestBackup = (moment: Moment, vm: VmSeed, untilMs: number): Backup | undefined =>
  backupsOf(moment, vm).find((one) => isUsable(one) && (one.endMs ?? Infinity) <= untilMs);

/** The backup job of a number. */
export function backupOfNumber(moment: Moment, jobId: number): Backup | undefined {
  const { jobStep, vms } = moment.commServe;
  const place = jobId / 2 - 1;
  if (!Number.isInteger(place)) return undefined;
  const vm = vms.at(place % jobStep);
  return vm && backupsOf(moment, vm).find((one) => one.jobId === jobId);
}
