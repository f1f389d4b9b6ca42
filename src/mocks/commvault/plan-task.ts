import { usedBytes } from '#src/mocks/commvault/backups.ts';
import { commServeIn } from '#src/mocks/commvault/inventory.ts';
import { stageTimes } from '#src/mocks/commvault/job-at.ts';
import { failingOf } from '#src/mocks/commvault/judge.ts';
import type { Order } from '#src/mocks/commvault/order.ts';
import { securityGroupOf, securityGroupProblem } from '#src/mocks/commvault/security-group.ts';
import { spoiled } from '#src/mocks/commvault/spoil-task.ts';
import { type StageKind, stagesOf } from '#src/mocks/commvault/stages.ts';
import { type Ending, type Task, tasksOf } from '#src/mocks/commvault/task.ts';
import type { Call } from '#src/mocks/service.ts';
import { stateAt } from '#src/mocks/state-at.ts';

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
export function planTask(call: Call, order: Order, taskInfo: unknown): PlannedTask {
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
