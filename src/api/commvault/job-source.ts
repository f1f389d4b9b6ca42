import { commServes } from '#src/api/commvault/home.ts';
import {
  askForCommvaultJob,
  askForTask,
  listCommvaultJobs,
  recentCommvaultRestores,
} from '#src/api/commvault/job-lists.ts';
import {
  isCommvaultJob,
  jobAnswerWire,
  taskTarget,
  toCommvaultJobDetails,
} from '#src/api/commvault/jobs.ts';
import { commServeSession, type Placed, placedJob } from '#src/api/commvault/session.ts';
import type { RunningPlace } from '#src/api/queries/jobs.ts';
import { now } from '#src/lib/clock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails } from '#src/model/jobs.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The tasks that were read: what was submitted never changes. */
const tasks = new Map<string, unknown>();

onNewVisit(() => tasks.clear());

async function taskAt(id: string, { serve, place }: Placed, signal: AbortSignal): Promise<unknown> {
  const task = tasks.get(id) ?? (await askForTask(serve, place, signal));
  if (task !== null) tasks.set(id, task);
  return task;
}

/** The events that were read, with the phase by which a job simply ran: each phase starts with one. */
const events = new Map<string, { readonly phase: string; readonly read: unknown }>();

onNewVisit(() => events.clear());

async function eventsAt(
  id: string,
  phase: string | null,
  ask: () => Promise<unknown>,
): Promise<unknown> {
  const before = events.get(id);
  if (phase !== null && before?.phase === phase) return before.read;
  const read = await ask();
  if (phase !== null && read !== null) events.set(id, { phase, read });
  return read;
}

/** More are not shown on Overview. */
const MOST_RECENT = 100;

async function recentOf(
  host: string,
  since: Instant,
  signal: AbortSignal,
): Promise<readonly Job[]> {
  const { serve } = commServeSession(host);
  const withinS = Math.ceil((now() - since) / 1000);
  const wanted = { host, withinS, start: { skip: 0 }, top: MOST_RECENT };
  const { rows } = await listCommvaultJobs(serve, wanted, signal);
  return rows.filter(({ startedAt }) => startedAt !== null && startedAt >= since);
}

/** How a job of a CommServe is read, wherever one is shown; Overview reads those since a moment. */
export const commvaultJobs = {
  ask: async (id: ResourceId, signal: AbortSignal): Promise<unknown> => {
    const at = placedJob(id);
    const parts = {
      taskOf: () => taskAt(id, at, signal),
      eventsIn: (phase: string | null, ask: () => Promise<unknown>) => eventsAt(id, phase, ask),
    };
    return askForCommvaultJob(at.serve, at.place, parts, signal);
  },
  jobFrom: (id: ResourceId, answer: unknown): JobDetails =>
    toCommvaultJobDetails(placedJob(id).place.host, jobAnswerWire.parse(answer)),
  recent: async (since: Instant, signal: AbortSignal): Promise<readonly Job[]> =>
    (await Promise.all(commServes().map(({ host }) => recentOf(host, since, signal)))).flat(),
  running: (): readonly RunningPlace[] =>
    commServes().map(({ host }) => ({
      name: host,
      read: (signal) => recentCommvaultRestores(commServeSession(host).serve, host, signal),
    })),
  requestIdOf: (job: JobDetails): string | null =>
    (isCommvaultJob(job) ? job.task.description : null) || null,
  targetOf: ({ vaultName }: Job, details: JobDetails | null): readonly TargetPart[] =>
    taskTarget(vaultName, details !== null && isCommvaultJob(details) ? details.task : null),
};
