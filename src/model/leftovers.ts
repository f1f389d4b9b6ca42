import type { Instant } from '#src/lib/time.ts';
import type { BlobContainer } from '#src/model/blob.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/roles.ts';

export const LEFTOVER_KINDS = ['container', 'disk', 'interface', 'role'] as const;
export type LeftoverKind = (typeof LEFTOVER_KINDS)[number];

/**
 * How sure it is that a resource is of a restore. `certain`: its job, or an action that this browser recorded,
 * names it. `likely`: its name, its place and its time fit a restore that is known here. `none`: nothing known here
 * says so.
 */
export type Claim = 'certain' | 'likely' | 'none';

/** What may be left over of a restore. */
export interface Leftover {
  readonly kind: LeftoverKind;
  readonly id: ResourceId;
  readonly name: string;
  readonly claim: Claim;
  /** The restore that it is from, or may be from; null: none that is known here. */
  readonly jobId: ResourceId | null;
  /** Null: not reported. */
  readonly sizeGiB: number | null;
  /** When it was created, or changed last; null: not reported. */
  readonly since: Instant | null;
  /** Of a role: whose it is, and where; else null. */
  readonly held: HeldRole | null;
  /** A restore in progress may still need it. */
  readonly isInUse: boolean;
}

interface HeldRole {
  readonly scope: ResourceId;
  readonly principalId: string;
}

/** A restore that this browser started, as far as draft and job report it. */
export interface KnownRestore {
  readonly jobId: ResourceId;
  /** Name of the VM that was backed up. */
  readonly source: string;
  /** Name of the new VM; null: none, or not known. */
  readonly machine: string | null;
  /** The resource group that it restored to; null: not known. */
  readonly group: ResourceId | null;
  /** It replaced disks of the VM that was backed up. */
  readonly isReplace: boolean;
  /** The group of the VM that was backed up; null: not known. */
  readonly sourceGroup: ResourceId | null;
  /** The staging storage account; null: not known. */
  readonly accountId: ResourceId | null;
  /** The container that the job names; null: it names none. */
  readonly container: string | null;
  /** When it ran; null: not reported. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly isInProgress: boolean;
  /** Disks and NICs that the job, or an action of this browser after it, names. */
  readonly named: readonly ResourceId[];
}

/** Whether a person can select it for deletion. */
export const canSelect = ({ isInUse }: Leftover): boolean => !isInUse;

/** Which resources are left over of which restore. Pure. */

interface Claimed {
  readonly claim: Claim;
  readonly restore: KnownRestore | null;
}

const NOTHING: Claimed = { claim: 'none', restore: null };

const claimed = (claim: Claim, restore: KnownRestore | undefined): Claimed | null =>
  restore === undefined ? null : { claim, restore };

interface Plain {
  readonly id: ResourceId;
  readonly name: string;
  readonly sizeGiB?: number | null;
  readonly since: Instant | null;
}

function leftover(kind: LeftoverKind, { sizeGiB = null, ...rest }: Plain, by: Claimed): Leftover {
  const { claim, restore } = by;
  return {
    kind,
    ...rest,
    sizeGiB,
    claim,
    jobId: restore?.jobId ?? null,
    held: null,
    isInUse: restore?.isInProgress ?? false,
  };
}

/**
 * The containers of restores in a storage account. Their names are the VM's in lower case without hyphens, a
 * hyphen, and 32 hexadecimal digits (recorded traffic, aftercare §1.2); other containers are none of a restore.
 */
export function containersLeft(
  accountId: ResourceId,
  containers: readonly BlobContainer[],
  restores: readonly KnownRestore[],
): Leftover[] {
  const here = restores.filter((one) => sameId(one.accountId, accountId));
  // Azure names the container only when the job has completed: until then any may be the one in use.
  const isBusy = here.some(({ isInProgress }) => isInProgress);
  return containers.flatMap(({ id, name, changedAt }) => {
    const own = here.find(({ container }) => container !== null && sameId(container, name));
    const prefix = /^(.+)-[\da-f]{32}$/i.exec(name)?.[1];
    if (own === undefined && prefix === undefined) return [];
    const alike = here.find(
      ({ source }) => source !== '' && sameId(source.replaceAll('-', ''), prefix),
    );
    const by = claimed('certain', own) ?? claimed('likely', alike) ?? NOTHING;
    const found = leftover('container', { id, name, since: changedAt }, by);
    return [{ ...found, isInUse: found.isInUse || (own === undefined && isBusy) }];
  });
}

/** A disk or a NIC of no VM. */
export interface Loose {
  readonly id: ResourceId;
  readonly name: string;
  readonly sizeGiB: number | null;
  readonly createdAt: Instant | null;
}

/** The disks of no VM, each with the restore that has left it, as far as one is known. */
export const disksLeft = (loose: readonly Loose[], restores: readonly KnownRestore[]): Leftover[] =>
  loose.map((disk) => leftover('disk', plain(disk), restoreOfDisk(disk, restores)));

/** The NICs of no VM. A restore names its own `{vm}RestoredNIC` and 32 hexadecimal digits (aftercare §1.4). */
export const interfacesLeft = (
  loose: readonly Loose[],
  restores: readonly KnownRestore[],
): Leftover[] =>
  loose.map((nic) => {
    const machine = /^(.+)RestoredNIC[\da-f]{32}$/i.exec(nic.name)?.[1];
    const alike = restores.find(
      (one) => one.machine !== null && sameId(one.machine, machine) && isIn(one.group, nic.id),
    );
    const by = claimed('certain', namingOf(nic, restores)) ?? claimed('likely', alike) ?? NOTHING;
    return leftover('interface', plain(nic), by);
  });

const plain = ({ id, name, sizeGiB, createdAt }: Loose): Plain => ({
  id,
  name,
  sizeGiB,
  since: createdAt,
});

const namingOf = ({ id }: Loose, restores: readonly KnownRestore[]): KnownRestore | undefined =>
  restores.find(({ named }) => named.some((one) => sameId(one, id)));

const isIn = (group: ResourceId | null, id: ResourceId): boolean =>
  group !== null && id.toLowerCase().startsWith(`${group.toLowerCase()}/`);

/** Clocks of two services need not agree to the second. */
const SLACK_MS = 60_000;

/** No disk names its job: a restored one is known by name, place and time, a replaced one by name and place. */
function restoreOfDisk(disk: Loose, restores: readonly KnownRestore[]): Claimed {
  const restored = restores.find((one) => !one.isReplace && isRestoredBy(one, disk));
  const replaced = restores.find((one) => one.isReplace && mayBeReplacedBy(one, disk));
  return (
    claimed('certain', namingOf(disk, restores)) ??
    claimed('likely', restored) ??
    claimed('likely', replaced) ??
    NOTHING
  );
}

function isRestoredBy({ source, group, from, to }: KnownRestore, disk: Loose): boolean {
  const { createdAt } = disk;
  if (createdAt === null || from === null || source === '') return false;
  return (
    isIn(group, disk.id) &&
    disk.name.toLowerCase().startsWith(`${source.toLowerCase()}-`) &&
    createdAt >= from - SLACK_MS &&
    (to === null || createdAt <= to + SLACK_MS)
  );
}

function mayBeReplacedBy({ source, sourceGroup, from }: KnownRestore, disk: Loose): boolean {
  const isOlder = disk.createdAt === null || from === null || disk.createdAt < from;
  return (
    source !== '' &&
    isOlder &&
    isIn(sourceGroup, disk.id) &&
    disk.name.toLowerCase().startsWith(source.toLowerCase())
  );
}

/** A role that an identity was given for restores to a group. */
interface GivenRole {
  readonly scope: ResourceId;
  readonly principalId: string;
  /** When this browser gave it; null: it has no record of that. */
  readonly givenAt: Instant | null;
}

/**
 * The assignments of the role that an identity itself holds in a scope, not above it. One that was created when
 * this browser gave it is certain.
 */
export function rolesLeft(
  { scope, principalId, givenAt }: GivenRole,
  held: readonly RoleAssignment[],
  restores: readonly KnownRestore[],
): Leftover[] {
  const restore = restores.find(({ group }) => sameId(group, scope));
  const isInUse = restores.some((one) => sameId(one.group, scope) && one.isInProgress);
  return held
    .filter((one) => sameId(one.scope, scope) && sameId(one.principalId, principalId))
    .map(({ id, createdAt }) => {
      const isOurs =
        givenAt !== null && createdAt !== null && Math.abs(createdAt - givenAt) <= SLACK_MS;
      const by: Claimed = { claim: isOurs ? 'certain' : 'likely', restore: restore ?? null };
      const name = scope.slice(scope.lastIndexOf('/') + 1);
      const found = leftover('role', { id, name, since: createdAt }, by);
      return { ...found, held: { scope, principalId }, isInUse };
    });
}
