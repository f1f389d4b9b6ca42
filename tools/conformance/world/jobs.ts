import { isoMs } from '#src/mocks/time/text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { planJob } from '#src/mocks/world/plan-seed-job.ts';
import type { InstanceSeed, JobSeed, MachineSeed } from '#src/mocks/world/seed.ts';

import { firstText, type JsonObject } from '../json.ts';
import { type Mentions, thingsOfType } from './mentions.ts';
import { filteredMs, filterOf, ISO_TIME, nowFor } from './times.ts';

interface JobWanted {
  readonly id: string;
  readonly atMs: number;
  readonly operation: JobSeed['operation'];
}

const FALLBACK_JOB = 'c0ffee00-0000-4000-a000-000000000003';

/** A job that runs for ever, unless a filter by status asks for an ended one. */
const ENDINGS: Readonly<Record<string, JobSeed['ending']>> = {
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  completedwithwarnings: 'warnings',
};

function wantedOf(mentions: Mentions, id: string, thing: JsonObject | undefined): JobWanted {
  const time = firstText(thing, 'properties.startTime');
  const startMs = ISO_TIME.test(time) ? isoMs(time) : Number.NaN;
  const operation = filterOf(mentions).get('operation') ?? firstText(thing, 'properties.operation');
  return {
    id,
    atMs: Number.isNaN(startMs) ? (filteredMs(mentions) ?? nowFor(mentions) - 30_000) : startMs,
    operation: operation.toLowerCase() === 'backup' ? 'Backup' : 'Restore',
  };
}

/** The name of the job that a sample is about. */
export function mainJob({ named, body }: Mentions): string {
  return named.get('jobName') ?? (firstText(body, 'jobName') || FALLBACK_JOB);
}

/**
 * Every job that the sample names, as if each had just been requested. A request to a region by its
 * name is of the secondary plane.
 */
export function jobsFor(
  mentions: Mentions,
  instance: InstanceSeed,
  machine: MachineSeed,
): readonly WorldEvent[] {
  const listed = thingsOfType(mentions, 'backupJobs').map((thing) =>
    wantedOf(mentions, firstText(thing, 'name'), thing),
  );
  const main = wantedOf(mentions, mainJob(mentions), undefined);
  const isListed = listed.some(({ id }) => id === main.id);
  const ending = ENDINGS[filterOf(mentions).get('status')?.toLowerCase() ?? ''] ?? 'stalled';
  const secondaryRegion = mentions.named.get('azureRegion');
  return [...(isListed ? [] : [main]), ...listed].map(({ id, atMs, operation }) => ({
    type: 'restore-accepted',
    at: atMs,
    operationId:
      (id === main.id ? mentions.named.get('operationId') : undefined) ??
      guidFrom(`operation:${id}`),
    jobId: id,
    operationMs: 60_000,
    clientRequestId: null,
    requestId: guidFrom(`request:${id}`),
    apiVersion: '2024-04-01',
    path: `${instance.id}/recoveryPoints`,
    body: null,
    plan: {
      ...planJob({ operation, ending }, { instance, machine, jobId: id, atMs }).plan,
      ...(secondaryRegion === undefined ? {} : { secondaryRegion }),
    },
  }));
}
