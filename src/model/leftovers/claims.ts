import type { Instant } from '#src/lib/time.ts';
import type { BlobContainer } from '#src/model/blob.ts';
import type { Leftover, LeftoverKind, KnownRestore, Claim } from '#src/model/leftovers/leftover.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';

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
export interface GivenRole {
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
