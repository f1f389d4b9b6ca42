import type { Instant } from '#src/lib/time.ts';
import type { Absence } from '#src/model/absence.ts';
import type { Disk, Machine } from '#src/model/machines.ts';
import type {
  Consistency,
  OsType,
  PointDisk,
  RecoveryPoint,
  RecoveryPointTier,
} from '#src/model/points.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** Two restore points side by side, or a point and the machine of today. */

/** What is compared, with the kind of value that it has. */
export interface Compared {
  readonly time: Instant;
  readonly consistency: Consistency;
  readonly tier: RecoveryPointTier;
  readonly vmSize: string;
  readonly osType: OsType;
  readonly diskCount: number;
  readonly disks: Disks;
  /** Null: in no zone. */
  readonly zone: string | null;
  /** Azure Disk Encryption. */
  readonly diskEncryption: boolean;
  /** Names of the sets that hold keys of the disks; none: only Azure's own keys. */
  readonly encryptionSets: readonly string[];
  /** At least one disk is private. */
  readonly privateAccess: boolean;
}

export type Aspect = keyof Compared;

interface Disks {
  readonly included: readonly PointDisk[];
  /** Attached, and left out of the backup. */
  readonly excluded: readonly PointDisk[];
}

/** A value, or why it isn't there: a machine has no tier, for one. */
export type PointValue<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: Absence };

/** One side of a comparison. */
export type Side = { readonly [A in Aspect]: PointValue<Compared[A]> };

/** How two sides stand to each other in one aspect. With something unknown nothing is claimed. */
export type ComparisonStatus = 'same' | 'differs' | 'notChecked' | 'noCounterpart';

const NOT_REPORTED = { kind: 'notReported' } as const;

const NOT_READ = { kind: 'notRead' } as const;

const NONE = { kind: 'none' } as const;

/** A restore point as a side. It never tells the keys of its disks. */
export function pointSide(point: RecoveryPoint): Side {
  const { consistency, tier, disks, excludedDisks } = point;
  return {
    time: reported(point.time),
    consistency: reported(consistency === 'unknown' ? null : consistency),
    tier: reported(tier === 'unknown' ? null : tier),
    vmSize: reported(point.vmSize),
    osType: reported(point.osType),
    diskCount: reported(point.diskCount),
    disks: reported(disks && { included: disks, excluded: excludedDisks ?? [] }),
    zone: isOfOldShape(point) ? NOT_REPORTED : { kind: 'value', value: point.zone },
    diskEncryption: reported(point.isEncrypted),
    encryptionSets: NOT_REPORTED,
    privateAccess: reported(point.hasPrivateAccessDisks),
  };
}

/** A point as document 004 prints it names no system, no disks and no zone, whatever there was. */
function isOfOldShape({ zone, osType, disks }: RecoveryPoint): boolean {
  return zone === null && osType === null && disks === null;
}

/** What is known of the machine now; `undefined` is a machine or a disk that could not be read. */
export interface Present {
  readonly machine: Machine | null | undefined;
  readonly disks: readonly (Disk | undefined)[];
  readonly at: Instant;
}

/** The machine of today as a side. */
export function machineSide({ machine, disks, at }: Present): Side {
  const time = { kind: 'value', value: at } as const;
  if (!machine) return withoutMachine(machine === null ? NONE : NOT_READ, time);
  return {
    ...withoutMachine(NONE, time),
    vmSize: reported(machine.size),
    osType: reported(machine.osType),
    diskCount: { kind: 'value', value: machine.disks.length },
    disks: { kind: 'value', value: { included: machine.disks, excluded: [] } },
    zone: { kind: 'value', value: machine.zone },
    // A machine does not say whether its disks are encrypted by an extension inside it.
    diskEncryption: NOT_REPORTED,
    encryptionSets: { kind: 'value', value: encryptionSetsOf(machine) },
    privateAccess: privateAccessOf(disks),
  };
}

function withoutMachine(untold: typeof NONE | typeof NOT_READ, time: Side['time']): Side {
  return {
    time,
    // These are of restore points alone.
    consistency: NONE,
    tier: NONE,
    vmSize: untold,
    osType: untold,
    diskCount: untold,
    disks: untold,
    zone: untold,
    diskEncryption: untold,
    encryptionSets: untold,
    privateAccess: untold,
  };
}

function encryptionSetsOf({ disks }: Machine): string[] {
  const ids = disks.flatMap(({ encryptionSetId }) => encryptionSetId ?? []);
  return [...new Set(ids.map(nameOf))].toSorted();
}

/** True as soon as one disk is private, false once all are known not to be. */
function privateAccessOf(disks: Present['disks']): PointValue<boolean> {
  const answers = disks.map((disk) => disk?.hasPrivateAccess ?? null);
  if (answers.includes(true)) return { kind: 'value', value: true };
  if (disks.includes(undefined)) return NOT_READ;
  return answers.length === 0 || answers.includes(null)
    ? NOT_REPORTED
    : { kind: 'value', value: false };
}

function reported<Value>(value: Value | null): PointValue<Value> {
  return value === null ? NOT_REPORTED : { kind: 'value', value };
}

/** The aspects in the order in which they are shown. */
export const ASPECTS = [
  'time',
  'consistency',
  'tier',
  'vmSize',
  'osType',
  'diskCount',
  'disks',
  'zone',
  'diskEncryption',
  'encryptionSets',
  'privateAccess',
] as const satisfies readonly Aspect[];

/** How two sides stand to each other in an aspect. */
export function comparisonStatus(aspect: Aspect, a: Side, b: Side): ComparisonStatus {
  const [one, other] = [a[aspect], b[aspect]];
  if (one.kind === 'none' || other.kind === 'none') return 'noCounterpart';
  if (one.kind !== 'value' || other.kind !== 'value') return 'notChecked';
  return keyOf(one.value) === keyOf(other.value) ? 'same' : 'differs';
}

/** A value as text: two are the same when their texts are. */
function keyOf(value: Compared[Aspect]): string {
  if (typeof value === 'object' && value !== null && 'included' in value)
    return value.included.map(diskKey).toSorted().join('\n');
  return JSON.stringify(value);
}

/** The disks of one side that the other does not have: by LUN and name. */
export function disksOnlyIn(one: readonly PointDisk[], other: readonly PointDisk[]): PointDisk[] {
  const others = new Set(other.map(diskKey));
  return one.filter((disk) => !others.has(diskKey(disk)));
}

function diskKey({ lun, name }: PointDisk): string {
  return JSON.stringify([lun, name?.toLowerCase() ?? null]);
}
