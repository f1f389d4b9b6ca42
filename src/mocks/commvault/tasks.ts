import { usedBytes } from '#src/mocks/commvault/backups.ts';
import {
  ACCESS_DENIED,
  actionAnswer,
  isMetBy,
  NOT_FOUND,
  refusal,
  refusedIn200,
} from '#src/mocks/commvault/commvault-auth.ts';
import { knownRestore, knownRestores } from '#src/mocks/commvault/job-wire.ts';
import { failingOf, securityGroupOf, securityGroupProblem } from '#src/mocks/commvault/judge.ts';
import { stepsEvent, stepsIdOf } from '#src/mocks/commvault/made-vm.ts';
import { type Order, orderOf, type Wish, wishIn } from '#src/mocks/commvault/order.ts';
import { apiPath } from '#src/mocks/commvault/seed.ts';
import { commServeIn } from '#src/mocks/commvault/commserve.ts';
import {
  type Ending,
  type Hold,
  type StageKind,
  stagesOf,
  stageTimes,
  storing,
  type Task,
  tasksOf,
} from '#src/mocks/commvault/task.ts';
import type { CommServeFault, FaultEffect } from '#src/mocks/faults/fault.ts';
import { objectIn, parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, param, type Route } from '#src/mocks/service.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';

/** What faults do to the job of a restore. */

/** Why each stage fails where nothing in the world makes it; texts are ours (A) but for those marked R. */
const reasons: Record<StageKind, string> = {
  wait: 'No media agent became available.',
  engage: 'The access node is offline.',
  delete: 'ScopeLocked: The VM can’t be deleted because it or its resource group is locked.',
  // R, to the letter.
  mount: 'No OS disk found. Please check if OS disk was filtered as part of backup',
  write: 'The storage account refused the data.',
  create: 'OperationNotAllowed (409): The vCPU quota of the region is exceeded.',
  convert: 'The conversion to managed disks failed.',
  secure: 'The network security group couldn’t be configured.',
};

/** Waiting for a media agent, once (R). */
const LONG_WAIT_SECONDS = 1620;
const PENDING_SECONDS = 300;
const UNKNOWN_SECONDS = 20;

const withHold = (task: Task, hold: Hold): Task => ({ ...task, hold });

/** The job that a fault makes of another; most faults leave it as it is. */
function spoiled(task: Task, effect: FaultEffect): Task {
  const last = task.stages.length - 1;
  switch (effect.kind) {
    case 'job-fails': {
      const stage = Math.min(effect.task, last);
      const reason = reasons[task.stages[stage]?.kind ?? 'wait'];
      return task.ending.kind === 'failed' && task.ending.stage < stage
        ? task
        : { ...task, ending: { kind: 'failed', stage, part: 0.5, reason } };
    }
    case 'job-stalls': {
      const stage = Math.min(effect.task, last);
      const isWaiting = task.stages[stage]?.kind === 'wait';
      const status = isWaiting ? 'Waiting' : 'Running';
      const reason = isWaiting ? reasons.wait : '';
      return withHold(task, {
        stage,
        part: 0.5,
        seconds: effect.forSeconds ?? null,
        status,
        reason,
      });
    }
    case 'listed-late':
      return { ...task, unknownMs: effect.seconds * 1000 };
    case 'commserve':
      return spoiledBy(task, effect.does, effect.seconds);
    default:
      return task;
  }
}

function spoiledBy(task: Task, does: CommServeFault, seconds: number | undefined): Task {
  switch (does) {
    case 'job-unknown':
      return { ...task, unknownMs: (seconds ?? UNKNOWN_SECONDS) * 1000 };
    case 'job-waits': {
      const { stages } = task;
      const wait = seconds ?? LONG_WAIT_SECONDS;
      return {
        ...task,
        stages: stages.map((one) => (one.kind === 'wait' ? { ...one, seconds: wait } : one)),
      };
    }
    case 'job-pending':
      return withHold(task, {
        stage: task.stages.findIndex(({ kind }) => kind === 'write'),
        part: 0.4,
        seconds: seconds ?? PENDING_SECONDS,
        status: 'Pending',
        reason: 'The network connection to the access node was lost. The job will be retried.',
      });
    case 'job-errors':
      return { ...task, ending: { kind: 'with-errors', reason: reasons.secure } };
    case 'job-never-starts':
      return {
        ...task,
        ending: {
          kind: 'never-started',
          reason: 'The job couldn’t be started on the access node.',
        },
      };
    default:
      return task;
  }
}

/** Plans the job of an accepted restore: its stages, and how it will end. */

/** Numbers of tasks and jobs go on from those of before this world; backup jobs have even numbers. */
const FIRST_TASK = 809_089;
const FIRST_JOB = 8_163_493;
/** Milliseconds until a job is known (C: the SDK waits for it). */
const UNKNOWN_MS = 3000;
/** How much of a stage is done when it finds that it fails (A). */
const FAILING_PART = 0.4;

/** The numbers of the next task and its job. */
function nextNumbers(call: Call): { readonly taskId: number; readonly jobId: number } {
  const before = tasksOf(call.stored).length;
  return { taskId: FIRST_TASK + before, jobId: FIRST_JOB + 2 * before };
}

interface PlannedTask {
  readonly task: Task;
  readonly securityGroup: string | null;
}

/** The task of an order, as faults want it. */
function planTask(call: Call, order: Order, taskInfo: unknown): PlannedTask {
  const { vm, wish, source, hypervisor, newName } = order;
  const numbers = nextNumbers(call);
  const bytes = usedBytes(vm);
  const securityGroup = securityGroupOf(order, call.state);
  const [agent] = commServeIn(call).accessNodes;
  const node = commServeIn(call).accessNodes.find(({ id }) => id === wish.clientId) ?? agent;
  const begun: Task = {
    kind: 'task',
    ...numbers,
    atMs: call.now,
    taskInfo,
    guid: vm.guid,
    vmName: vm.name,
    newName,
    isDownload: false,
    bytes,
    clientId: hypervisor.id,
    clientName: hypervisor.name,
    agent: node?.name ?? '',
    subclientId: vm.group.id,
    unknownMs: UNKNOWN_MS,
    stages: [
      ...stagesOf({
        jobId: numbers.jobId,
        bytes,
        isInPlace: wish.isInPlace,
        isManaged: source.isManaged && wish.restoreAsManagedVM,
        hasSecurityGroup: securityGroup !== null,
      }),
    ],
    hold: null,
    ending: { kind: 'completed' },
  };
  const planned = { ...begun, ending: endingOf(call, order, begun, securityGroup) };
  return { task: call.effects.reduce(spoiled, planned), securityGroup };
}

/** What the restore will run into, in the world as it will be by then as far as is known now. */
function endingOf(call: Call, order: Order, task: Task, securityGroup: string | null): Ending {
  const times = stageTimes(task);
  const stateIn = (kind: StageKind) =>
    stateAt(call.stored, times.find((one) => one.kind === kind)?.fromMs ?? call.now);
  const failing = failingOf(order, stateIn);
  if (failing !== null) {
    const stage = task.stages.findIndex(({ kind }) => kind === failing.stage);
    return { kind: 'failed', stage, part: FAILING_PART, reason: failing.reason };
  }
  const problem = securityGroupProblem(order, securityGroup);
  return problem === null ? { kind: 'completed' } : { kind: 'with-errors', reason: problem };
}

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
  const events = [storing(call.now, stored), ...steps, ...downloadsBeside(call, task)];
  const led = call.effects.find(({ kind }) => kind === 'leads-to-another');
  const named = led === undefined ? task : (newestOf(call) ?? task);
  return {
    status: 200,
    body: { taskId: named.taskId, jobIds: [String(named.jobId)] },
    // Of what a fault leaves undone there is nothing but the answer.
    ...(led?.kind === 'leads-to-another' && led.undone === true ? {} : { events }),
  };
}

/** The restore that was started last, of whichever VM. */
const newestOf = (call: Call): Task | undefined =>
  knownRestores(call)
    .map(({ task }) => task)
    .filter(({ isDownload }) => !isDownload)
    .toSorted((a, b) => b.atMs - a.atMs)[0];

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
