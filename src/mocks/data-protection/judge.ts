import type { UserErrorWire } from '#src/api/arm/wire.ts';
import { roleList } from '#src/mocks/authorization/role-list.ts';
import { isWithin } from '#src/mocks/authorization/scope.ts';
import { encryptionSetOf, type Shown, shownDisk } from '#src/mocks/compute/disks.ts';
import { pointsLeft } from '#src/mocks/data-protection/paths.ts';
import { userErrors } from '#src/mocks/data-protection/user-errors.ts';
import { timelineAt } from '#src/mocks/time/timeline.ts';
import type { BackupVaultSeed, DiskInstanceSeed, DiskPointSeed } from '#src/mocks/world/seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { allows, ROLE_DELAY_MS } from '#src/model/roles.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A requested restore of a disk. */
export interface DiskWish {
  readonly state: State;
  readonly now: number;
  readonly vault: BackupVaultSeed;
  readonly instance: DiskInstanceSeed;
  readonly point: DiskPointSeed;
  readonly targetId: string;
}

/** The point that a request names, while it is there. */
export const pointOf = (
  instance: DiskInstanceSeed,
  name: string,
  now: number,
): DiskPointSeed | undefined => pointsLeft(instance, now).find((point) => point.name === name);

/**
 * What makes the restore of a disk fail, the first that there is; null: nothing. Document 002, Restore
 * to create a new disk, its last note, and its second for keys. Only disks are judged.
 */
export function diskProblem(wish: DiskWish): UserErrorWire | null {
  const { vault, instance } = wish;
  if (!/^Microsoft\.Compute\/disks$/i.test(instance.sourceType)) return null;
  if (!vault.hasIdentity) return userErrors.noIdentity(vault.id);
  return targetProblem(wish) ?? snapshotProblem(wish) ?? keyProblem(wish);
}

function targetProblem({ state, now, vault, targetId }: DiskWish): UserErrorWire | null {
  const scope = groupOf(targetId);
  if (findGroup(state, scope) === undefined) return userErrors.noTargetGroup(scope);
  if (!mayAct(state, now, { vaultId: vault.id, action: 'Microsoft.Compute/disks/write', scope })) {
    return userErrors.noRightOnTarget(scope);
  }
  return isTaken(state, now, targetId) ? userErrors.nameTaken(targetId) : null;
}

/** A disk has the name, or a restore under way will make one. */
function isTaken(state: State, now: number, targetId: string): boolean {
  return (
    shownDisk(state, targetId) !== undefined ||
    state.diskJobs.some(
      (plan) =>
        sameId(plan.disk?.targetId, targetId) && timelineAt(plan, null, now).endedAtMs === null,
    )
  );
}

function snapshotProblem({ state, now, vault, instance, point }: DiskWish): UserErrorWire | null {
  const scope = instance.snapshotGroup;
  if (findGroup(state, scope) === undefined) return userErrors.noSnapshotGroup(scope);
  const action = 'Microsoft.Compute/snapshots/read';
  if (!mayAct(state, now, { vaultId: vault.id, action, scope })) {
    return userErrors.noRightOnSnapshots(scope);
  }
  return point.isSnapshotGone === true ? userErrors.noSnapshot(scope) : null;
}

/** The set is that of the current disk; a deleted disk is not checked. */
function keyProblem({ state, now, vault, instance }: DiskWish): UserErrorWire | null {
  const scope = keySetOf(shownDisk(state, instance.sourceId));
  const action = 'Microsoft.Compute/diskEncryptionSets/read';
  return scope === null || mayAct(state, now, { vaultId: vault.id, action, scope })
    ? null
    : userErrors.noRightOnKeys(scope);
}

const keySetOf = (shown: Shown | undefined): string | null =>
  shown?.machine.encryption === 'CMK' ? encryptionSetOf(shown.machine) : null;

/**
 * How long a new role does not count yet: a little less than the quarter of an hour of which document
 * 002 says that it may take so long (its note under Restore to create a new disk; the number is G).
 */
const UNTIL_EFFECTIVE_MS = ROLE_DELAY_MS - 60_000;

interface Wish {
  /** The Backup vault as whose identity something is to be done. */
  readonly vaultId: string;
  readonly action: string;
  readonly scope: string;
}

/** Whether the vault's identity may do something in a scope, by a role that counts by now. */
function mayAct({ seed }: State, now: number, { vaultId, action, scope }: Wish): boolean {
  return (seed.roleAssignments ?? []).some(
    (one) =>
      sameId(one.holder, vaultId) &&
      isWithin(scope, one.scope) &&
      (one.given === undefined || now - one.given.atMs >= UNTIL_EFFECTIVE_MS) &&
      allows(asPermissions(roleList[one.role].permissions), action),
  );
}

type Given = (typeof roleList)['Reader']['permissions'];

const asPermissions = ({ actions, notActions }: Given) => [
  { actions: actions ?? [], notActions: notActions ?? [] },
];
