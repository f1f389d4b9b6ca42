import * as z from 'zod/mini';
import { ArmError, armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send, sendFor } from '#src/api/arm/send.ts';
import type { CommvaultPlace } from '#src/api/commvault/id.ts';
import type { SubmittedTask } from '#src/api/commvault/jobs/job.ts';
import { isRestore, operationOf, toTask } from '#src/api/commvault/jobs/map.ts';
import { jobsWire, taskWire } from '#src/api/commvault/jobs/wire.ts';

/** An answer as it came: tabs share it, and each reads it for itself. */
const asItCame = z.unknown();

/** All answers about one job, as it came. */
export interface JobAnswer {
  readonly job: unknown;
  readonly details: unknown;
  readonly events: unknown;
  readonly task: unknown;
}

/** What is read of a job only where it may be another than before. */
export interface JobParts {
  /** The task that it was submitted with, which never changes. */
  readonly taskOf: () => Promise<unknown>;
  /** Its events. `phase`: while it simply runs, the phase in which nothing but that could be new. */
  readonly eventsIn: (phase: string | null, ask: () => Promise<unknown>) => Promise<unknown>;
}

/**
 * Asks for a job: GET of `/Job/{id}`, POST of `/JobDetails`, and GET of `/Events` (commvault.md §2.4).
 * @throws ArmError as every read, and 404 where the CommServe doesn't know the job, or not yet.
 */
export async function askForJob(
  serve: ArmPipelines,
  { name }: CommvaultPlace,
  { taskOf, eventsIn }: JobParts,
  signal?: AbortSignal,
): Promise<JobAnswer> {
  const url = `/Job/${name}`;
  const job = await sendFor(serve, asItCame, { method: 'GET', url, signal });
  const summary = jobsWire.parse(job).jobs?.[0]?.jobSummary;
  if (summary === undefined) throw noSuchJob(name);
  const isRunning = /^running/i.test(summary.status ?? '');
  const [details, events, task] = await Promise.all([
    optional(serve, {
      method: 'POST',
      url: '/JobDetails',
      body: { jobId: Number(name), showAttempt: true },
      signal,
    }),
    eventsIn(isRunning ? (summary.currentPhaseName ?? '') : null, () =>
      optional(serve, { method: 'GET', url: `/Events?jobId=${name}`, signal }),
    ),
    // What was submitted says something of a restore alone; a backup is of a schedule.
    isRestore({ operation: operationOf(summary) }) ? taskOf() : null,
  ]);
  return { job, details, events, task };
}

/** Whether a CommServe knows a job by now: right after its start it might not (C). @throws ArmError as every read. */
export async function isJobKnown(
  serve: ArmPipelines,
  { name }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<boolean> {
  const url = `/Job/${name}`;
  return ((await sendFor(serve, jobsWire, { method: 'GET', url, signal })).jobs ?? []).length > 0;
}

/** The task of a job as it came: GET of `/Job/{id}/TaskDetails` (C); null: the CommServe doesn't give it. */
export const askForTask = (
  serve: ArmPipelines,
  { name }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<unknown> => optional(serve, { method: 'GET', url: `/Job/${name}/TaskDetails`, signal });

/** The same as the product reads it. @throws ArmError as every read, but for a refusal. */
export async function getTask(
  serve: ArmPipelines,
  place: CommvaultPlace,
  signal?: AbortSignal,
): Promise<SubmittedTask> {
  const wire = await askForTask(serve, place, signal);
  return toTask(z.safeParse(taskWire, wire).data ?? null);
}

/**
 * Asks once that a job ends: POST of `/Job/{id}/action/kill` (C). It ends later, or not at all.
 * @throws ArmError; `lost` means that it is unknown whether the CommServe received it.
 */
export async function killJob(serve: ArmPipelines, { name }: CommvaultPlace): Promise<void> {
  await send(serve, { method: 'POST', url: `/Job/${name}/action/kill`, starts: true });
}

/** What is read of a job beside its summary: without it the job is still known. */
async function optional(serve: ArmPipelines, request: ArmRequest): Promise<unknown> {
  try {
    return await sendFor(serve, asItCame, request);
  } catch (error) {
    const kind = armFacts(error)?.kind;
    if (kind === 'refused' || kind === 'unreadable') return null;
    throw error;
  }
}

const noSuchJob = (number: string): ArmError =>
  new ArmError({
    kind: 'refused',
    status: 404,
    code: 'NoSuchJob',
    message: `The CommServe doesn’t know job ${number}, or not yet.`,
    requestId: null,
    missingAction: null,
    body: '',
    service: 'Commvault',
  });
