import { actionAnswer, NOT_FOUND, refusal, refusedIn200 } from '#src/mocks/commvault/answers.ts';
import { ACCESS_DENIED, isMetBy } from '#src/mocks/commvault/commvault-auth.ts';
import { commServeIn } from '#src/mocks/commvault/inventory.ts';
import { knownRestore } from '#src/mocks/commvault/known-jobs.ts';
import { stepsEvent, stepsIdOf } from '#src/mocks/commvault/made-vm.ts';
import { type Order, orderOf } from '#src/mocks/commvault/order.ts';
import { apiPath } from '#src/mocks/commvault/origin.ts';
import { planTask } from '#src/mocks/commvault/plan-task.ts';
import { storing, type Task } from '#src/mocks/commvault/task.ts';
import { type Wish, wishIn } from '#src/mocks/commvault/task-body.ts';
import { objectIn, parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, param, type Route } from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';

/** Starting a restore, and stopping it (commvault.md §2.3, §2.4). No two POSTs are one job. */

/** What a CommServe knows without asking Azure it refuses at once, inside a 200 (C); codes and texts are ours (A). */
const codes = { noVm: 1, noAccount: 2, noHypervisor: 3, noPasskey: 4 } as const;

function refusalOf(call: Call, wish: Wish): Answer | Order {
  const vm = commServeIn(call).vms.byGuid(wish.guid);
  if (vm === undefined) return refusedIn200(codes.noVm, 'The VM isn’t known to the CommServe.');
  if (vm.isRestoreOff === true) {
    return refusedIn200(ACCESS_DENIED, 'Access denied: restores of the VM are turned off.');
  }
  if (vm.needsPasskey === true) {
    return refusedIn200(codes.noPasskey, 'Restoring the VM requires a passkey.');
  }
  if (wish.Datastore === '') {
    return refusedIn200(codes.noAccount, 'No storage account is given for the VM.');
  }
  return (
    orderOf(call, wish, vm) ??
    refusedIn200(codes.noHypervisor, 'The destination hypervisor isn’t known to the CommServe.')
  );
}

function createTask(call: Call): Answer {
  if (call.effects.some(({ kind }) => /^operation-(fails|canceled)$/.test(kind))) {
    return refusedIn200(codes.noVm, 'The task couldn’t be created.');
  }
  const body = parseJson(call.request.body);
  const wish = wishIn(body);
  if (wish === null) return refusal(400, 'The request body isn’t a restore of a VM.');
  const order = refusalOf(call, wish);
  if ('status' in order) return order;
  const { task, securityGroup } = planTask(call, order, objectIn(body)['taskInfo']);
  const { atMs: _at, ...stored } = task;
  const { ending } = task;
  const steps =
    ending.kind === 'never-started'
      ? []
      : [stepsEvent({ order, task, state: call.state, securityGroup })];
  return {
    status: 200,
    body: { taskId: task.taskId, jobIds: [String(task.jobId)] },
    events: [storing(call.now, stored), ...steps, ...downloadsBeside(call, task)],
  };
}

/** Another person downloads files of the same VM at that moment: lists name both as restores (R). */
function downloadsBeside(call: Call, task: Task): readonly WorldEvent[] {
  if (!isMetBy(call, 'download-beside')) return [];
  const { atMs: _at, ...same } = task;
  const other = {
    ...same,
    taskId: task.taskId + 1,
    jobId: task.jobId + 2,
    taskInfo: {},
    isDownload: true,
    hold: null,
    ending: { kind: 'completed' } as const,
  };
  return [storing(call.now, other)];
}

/** The codes of an action that isn't taken (A). */
const NOT_ALLOWED = 1;

function kill(call: Call): Answer {
  const found = knownRestore(call, param(call, 'id'));
  if (found === undefined) return NOT_FOUND;
  const { task, job } = found;
  if (job.endedAtMs !== null) {
    return actionAnswer(NOT_ALLOWED, 'The job has ended and can’t be killed.');
  }
  if (job.status === 'Kill Pending') return actionAnswer(0);
  return {
    ...actionAnswer(0),
    events: [
      storing(call.now, { kind: 'kill', jobId: task.jobId }),
      { type: 'deployment-cancelled', at: call.now, deploymentId: stepsIdOf(task.jobId) },
    ],
  };
}

/** Whether a restore of a VM can be paused isn't known (A): this one can't. */
const refusePause = (): Answer => actionAnswer(NOT_ALLOWED, 'The job can’t be suspended.');

const action = (name: string, handle: Route['handle']): Route => ({
  operation: `commvaultJobs.${name}`,
  method: 'POST',
  path: apiPath(`/Job/{id}/action/${name}`),
  action: `jobs/${name}`,
  handle,
});

export const taskRoutes: readonly Route[] = [
  {
    operation: 'commvaultTasks.create',
    method: 'POST',
    path: apiPath('/CreateTask'),
    action: 'tasks/write',
    handle: createTask,
  },
  action('kill', kill),
  action('pause', refusePause),
  action('resume', refusePause),
];
