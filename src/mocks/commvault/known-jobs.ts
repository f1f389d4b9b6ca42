import { commServeIn } from '#src/mocks/commvault/inventory.ts';
import { jobAt } from '#src/mocks/commvault/job-at.ts';
import type { Reported } from '#src/mocks/commvault/job-wire.ts';
import { seedTasks } from '#src/mocks/commvault/seed-tasks.ts';
import { killsOf, type Task, tasksOf } from '#src/mocks/commvault/task.ts';
import type { Call } from '#src/mocks/service.ts';
import { seedMs } from '#src/mocks/time/text.ts';

/** Restore jobs that a CommServe answers for. */

/** All tasks, also those of before the world's start. */
const allTasks = (call: Call): readonly Task[] => [
  ...seedTasks(commServeIn(call), seedMs(call.stored.seed.startsAt)),
  ...tasksOf(call.stored),
];

function reported(call: Call, task: Task): Reported {
  const { now, stored } = call;
  const job = jobAt(task, killsOf(stored).get(task.jobId), now);
  return { task, job, now, isPlain: stored.profile === 'recorded' };
}

/** The restores that are known by now, or in lists that lag by so many milliseconds. */
export const knownRestores = (call: Call, lagMs = 0): readonly Reported[] =>
  allTasks(call)
    .filter(({ atMs, unknownMs }) => atMs + Math.max(unknownMs, lagMs) <= call.now)
    .map((task) => reported(call, task));

/** The restore of a number, as a number or as text; undefined: it isn't known, or not yet. */
export const knownRestore = (call: Call, jobId: unknown): Reported | undefined =>
  knownRestores(call).find(({ task }) => String(task.jobId) === String(jobId));
