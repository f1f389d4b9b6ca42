import * as z from 'zod/mini';
import type { UserErrorWire } from '#src/api/arm/wire.ts';
import { isWithin, roleList } from '#src/mocks/roles.ts';
import { encryptionSetOf, type Shown, shownDisk } from '#src/mocks/compute/disks.ts';
import { followedAt, operationIdFrom } from '#src/mocks/data-protection/operations.ts';
import {
  diskInstancePath,
  notThere,
  pointsLeft,
  withDiskInstance,
} from '#src/mocks/data-protection/vaults.ts';
import { invalidInput, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, route, type Route } from '#src/mocks/service.ts';
import { type Ending, type JobPlan, timelineAt } from '#src/mocks/time/plan.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { Made } from '#src/mocks/world/made-things.ts';
import { type DiskJobOrder, planDiskJob } from '#src/mocks/world/plan-restore.ts';
import type { BackupVaultSeed, DiskInstanceSeed, DiskPointSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { allows, ROLE_DELAY_MS } from '#src/model/roles.ts';

/** Data Protection's form of an error; which of its fields a disk's errors fill is not verified (S, G). */
const userError = (code: string, message: string, advice: string): UserErrorWire => ({
  code,
  message,
  recommendedAction: [advice],
  target: '',
  details: [],
  innerError: null,
  isRetryable: false,
  isUserError: true,
  properties: null,
});

const error =
  (code: string, message: (name: string) => string, advice: string) =>
  (id: string): UserErrorWire =>
    userError(code, message(nameOf(id)), advice);

/**
 * What a restore of a disk fails of: codes are documented (azure-contract §12, D), the words are
 * ours. Which code belongs to a vault without an identity is a guess (G).
 */
export const userErrors = {
  noIdentity: error(
    'UserErrorDiskBackupRestoreRGOrMSIPermissionsNotPresent',
    (name) => `Backup vault ${name} has no managed identity.`,
    'Turn on the system-assigned identity of the vault and give it its roles.',
  ),
  noTargetGroup: error(
    'UserErrorRestoreTargetRGNotFound',
    (name) => `Target resource group ${name} does not exist.`,
    'Choose another resource group, or make this one.',
  ),
  nameTaken: error(
    'UserErrorSameNameDiskAlreadyExists',
    (name) => `The target resource group has a disk named ${name}.`,
    'Choose another name or another resource group.',
  ),
  noRightOnTarget: error(
    'UserErrorNotEnoughPermissionOnTargetRG',
    (name) => `The managed identity of the vault may not make disks in resource group ${name}.`,
    'Give it the role Disk Restore Operator there. A new role may take about 15 minutes to count.',
  ),
  noSnapshotGroup: error(
    'UserErrorSnapshotRGNotFound',
    (name) => `Snapshot resource group ${name} does not exist.`,
    'The snapshots are gone with it. Choose another way to restore.',
  ),
  noRightOnSnapshots: error(
    'UserErrorNotEnoughPermissionOnSnapshotRG',
    (name) => `The managed identity of the vault may not read snapshots in resource group ${name}.`,
    'Give it the role Disk Snapshot Contributor there again.',
  ),
  noSnapshot: error(
    'UserErrorDiskSnapshotNotFound',
    (name) => `The snapshot of this recovery point is not in resource group ${name}.`,
    'Move it back, or choose another recovery point.',
  ),
  noRightOnKeys: error(
    'UserErrorMSIPermissionsNotPresentOnDES',
    (name) => `The managed identity of the vault may not read disk encryption set ${name}.`,
    'Give it the role Reader there.',
  ),
} as const;

/** A requested restore of a disk. */
interface DiskWish {
  readonly state: State;
  readonly now: number;
  readonly vault: BackupVaultSeed;
  readonly instance: DiskInstanceSeed;
  readonly point: DiskPointSeed;
  readonly targetId: string;
}

/**
 * What makes the restore of a disk fail, the first that there is; null: nothing. Document 002, Restore
 * to create a new disk, its last note, and its second for keys. Only disks are judged.
 */
function diskProblem(wish: DiskWish): UserErrorWire | null {
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

interface VaultAct {
  /** The Backup vault as whose identity something is to be done. */
  readonly vaultId: string;
  readonly action: string;
  readonly scope: string;
}

/** Whether the vault's identity may do something in a scope, by a role that counts by now. */
function mayAct({ seed }: State, now: number, { vaultId, action, scope }: VaultAct): boolean {
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

/** Keys are folded: published samples spell them in two ways (azure-contract §11). */
const requestWire = z.looseObject({
  objecttype: z.literal([
    'AzureBackupRecoveryPointBasedRestoreRequest',
    'AzureBackupRestoreWithRehydrationRequest',
  ]),
  recoverypointid: z.string(),
  restoretargetinfo: z.looseObject({
    recoveryoption: z.literal('FailIfExists'),
    datasourceinfo: z.optional(z.looseObject({ resourceid: z.string() })),
  }),
});

function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.toLowerCase(), folded(one)]),
  );
}

const wrapped = z.looseObject({ restorerequestobject: requestWire });

/** Azure's rule for the names of disks: up to 80 letters, digits, `_`, `.` and `-`, not at the ends. */
const diskName = /^[a-z0-9]([a-z0-9_.-]{0,78}[a-z0-9_])?$/i;

/**
 * Runs `work` with the restore that a request asks for: the body is the request itself, or wrapped
 * where it is to be validated. That a strange name is refused at once is a guess (G).
 */
function withWish(
  call: Call,
  place: { readonly instance: DiskInstanceSeed; readonly vault: BackupVaultSeed },
  isWrapped: boolean,
  work: (wish: DiskWish) => Answer,
): Answer {
  const body = folded(parseJson(call.request.body));
  const parsed = requestWire.safeParse(
    isWrapped ? wrapped.safeParse(body).data?.restorerequestobject : body,
  );
  if (!parsed.success) return wrongBody('a restore of a backup instance', parsed.error);
  const { recoverypointid: name, restoretargetinfo: target } = parsed.data;
  const point = pointsLeft(place.instance, call.now).find((one) => one.name === name);
  if (point === undefined)
    return notThere(call, 'backupVaults/backupInstances/recoveryPoints', name);
  const targetId = target.datasourceinfo?.resourceid ?? '';
  if (targetId !== '' && !diskName.test(nameOf(targetId))) {
    return invalidInput(`'${nameOf(targetId)}' is not the name of a disk.`);
  }
  return work({ state: call.state, now: call.now, ...place, point, targetId });
}

/** Simulated time until a validation is over: document 002 says some minutes (the number is G). */
const VALIDATION_MS = 150_000;
/** Until the operation of a restore is over, which says that its job exists (G). */
const RESTORE_MS = 45_000;

/** Unlike a VM's, what validation finds ends its operation as `Failed` (azure-contract §13, 18). */
function validate(call: Call, wish: DiskWish): Answer {
  const key = `${wish.state.seed.name}:disk validation:${wish.state.operations.length}:${call.now}`;
  const operationId = operationIdFrom(key);
  const problem = diskProblem(wish);
  return {
    status: 202,
    headers: followedAt(call, wish.vault.location, operationId, 10),
    events: [
      {
        type: 'operation-accepted',
        at: call.now,
        operationId,
        operationMs: VALIDATION_MS,
        kind: 'disk',
        scopeId: wish.instance.id,
        ...(problem === null
          ? {}
          : { ending: { status: 'Failed', error: completeError(problem) } }),
      },
    ],
  };
}

const completeError = (problem: UserErrorWire) => ({
  ...problem,
  code: problem.code ?? '',
  message: problem.message ?? '',
});

/** A restore is taken without a look, and its job fails of what validation would have found (G). */
function endingOf(problem: UserErrorWire | null): Ending {
  if (problem === null) return { kind: 'completed' };
  return {
    kind: 'failed',
    task: 0,
    part: 0.2,
    error: {
      code: 0,
      title: problem.code ?? '',
      text: problem.message ?? '',
      recommendations: problem.recommendedAction ?? [],
    },
  };
}

function planOf(wish: DiskWish, ids: Pick<DiskJobOrder, 'jobId' | 'clientRequestId'>): JobPlan {
  const { instance, point, targetId, now } = wish;
  const ending = endingOf(diskProblem(wish));
  return planDiskJob({ instance, point, targetId, ...ids, atMs: now, ending });
}

/** A new disk, like the source and with a name of its own. */
function madeBy({ state, instance, targetId }: DiskWish): Made {
  const source = shownDisk(state, instance.sourceId);
  if (source === undefined) return { machine: null, disks: [] };
  const disk = { ...source.disk, name: nameOf(targetId) };
  return { machine: null, disks: [{ id: targetId, owner: source.machine, disk }] };
}

function restore(call: Call, wish: DiskWish): Answer {
  const { request, apiVersion, now, state } = call;
  const key = `${state.seed.name}:disk restore:${state.restores.length}:${now}`;
  const [operationId, jobId] = [operationIdFrom(key), guidFrom(`job:${key}`)];
  const clientRequestId = request.headers.get('x-ms-client-request-id') ?? null;
  return {
    status: 202,
    headers: followedAt(call, wish.vault.location, operationId, 30),
    events: [
      {
        type: 'restore-accepted',
        at: now,
        operationId,
        jobId,
        operationMs: RESTORE_MS,
        clientRequestId,
        requestId: request.requestId,
        apiVersion,
        path: request.url.pathname,
        body: request.body,
        plan: planOf(wish, { jobId, clientRequestId }),
        makes: madeBy(wish),
      },
    ],
  };
}

const onWish = (isWrapped: boolean, work: (call: Call, wish: DiskWish) => Answer) => (call: Call) =>
  withDiskInstance(call, (instance, vault) =>
    withWish(call, { instance, vault }, isWrapped, (wish) => work(call, wish)),
  );

export const diskRestoreRoutes: readonly Route[] = [
  route.post(
    'diskRestores.validate',
    `${diskInstancePath}/validateRestore`,
    onWish(true, validate),
  ),
  route.post('diskRestores.trigger', `${diskInstancePath}/restore`, onWish(false, restore)),
];
