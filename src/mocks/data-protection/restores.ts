import type { UserErrorWire } from '#src/api/arm/wire.ts';
import { shownDisk } from '#src/mocks/compute/disks.ts';
import { type DiskWish, diskProblem } from '#src/mocks/data-protection/judge.ts';
import { followedAt, operationIdFrom } from '#src/mocks/data-protection/operations.ts';
import { diskInstancePath, withDiskInstance } from '#src/mocks/data-protection/paths.ts';
import { withWish } from '#src/mocks/data-protection/vault-body.ts';
import { type Answer, type Call, route, type Route } from '#src/mocks/service.ts';
import type { Ending, JobPlan } from '#src/mocks/time/plan.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { Made } from '#src/mocks/world/made-things.ts';
import { type DiskJobOrder, planDiskJob } from '#src/mocks/world/plan-restore.ts';
import { nameOf } from '#src/model/resource-id.ts';

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
