import { toyId, toyJobId } from '#src/api/toy/id.ts';
import type { ToyJobWire } from '#src/api/toy/jobs/wire.ts';
import { instant } from '#src/lib/time.ts';
import type { Job, JobDetails, JobStatus } from '#src/model/job.ts';

/** A job of the shelf, as every list has it. */
export interface ToyJob extends Job {
  /** What its request was marked with; null: it was not marked. */
  readonly mark: string | null;
}

/** The property of a job that names its box, by its id. */
export const BOX = 'Box';

const STATUS: Readonly<Record<string, JobStatus>> = {
  queued: 'inProgress',
  copying: 'inProgress',
  done: 'completed',
  broken: 'failed',
};

export function toToyJob({ number, label, state, mark, startedAt, endedAt }: ToyJobWire): ToyJob {
  return {
    id: toyJobId(number),
    name: String(number),
    vaultName: '',
    itemName: label,
    operation: 'Restore',
    status: STATUS[state] ?? 'unknown',
    statusWord: state,
    startedAt: instant(startedAt * 1000),
    endedAt: endedAt === null ? null : instant(endedAt * 1000),
    durationMs: endedAt === null ? null : (endedAt - startedAt) * 1000,
    isCancellable: false,
    mark,
  };
}

/** The same with what the shelf reports of the job alone: percent and bytes, and why it broke. */
export function toToyJobDetails(wire: ToyJobWire): JobDetails {
  const { percent, bytesDone, bytesTotal, problem } = wire;
  return {
    ...toToyJob(wire),
    percent,
    remainingMs: null,
    tasks: [],
    properties: [{ name: BOX, value: toyId(wire.box) }],
    errors:
      problem === null ? [] : [{ code: '', title: '', message: problem, recommendations: [] }],
    activityId: null,
    bytes: { transferred: bytesDone, total: bytesTotal },
    restoreKind: null,
    verdictBy: 'status',
  };
}
