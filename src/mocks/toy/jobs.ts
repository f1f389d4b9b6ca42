import type { ToyJobWire } from '#src/api/toy/jobs/wire.ts';
import { type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { jobAt } from '#src/mocks/toy/job-at.ts';
import { refusal } from '#src/mocks/toy/refusal.ts';
import { type AcceptedToyRestore, restoresOf } from '#src/mocks/toy/restores.ts';
import { boxSeeds } from '#src/mocks/toy/seed.ts';

/** The jobs that exist by now. */
export const jobsNow = ({ state, now }: Pick<Call, 'state' | 'now'>): readonly ToyJobWire[] =>
  restoresOf(state).flatMap((one) => jobWire(one, now) ?? []);

function jobWire(restore: AcceptedToyRestore, now: number): ToyJobWire | null {
  const { label = '', bytes = 0 } = boxSeeds.find(({ box }) => box === restore.box) ?? {};
  const job = jobAt(restore, bytes, now);
  if (job === null) return null;
  return {
    number: restore.job,
    box: restore.box,
    label,
    point: restore.point,
    state: job.state,
    percent: job.percent,
    bytesDone: job.bytesDone,
    bytesTotal: bytes,
    startedAt: job.startedAtMs / 1000,
    endedAt: job.endedAtMs === null ? null : job.endedAtMs / 1000,
    mark: restore.mark,
    problem: null,
  };
}

export const jobRoutes: readonly Route[] = [
  {
    operation: 'toyJobs.list',
    method: 'GET',
    path: '/jobs',
    action: 'jobs/read',
    handle: (call) => ok({ jobs: jobsNow(call) }),
  },
  {
    operation: 'toyJobs.get',
    method: 'GET',
    path: '/jobs/{number}',
    action: 'jobs/read',
    handle: (call) => {
      const job = jobsNow(call).find(({ number }) => String(number) === param(call, 'number'));
      return job === undefined ? refusal(404, 'NoSuchJob', 'There is no such job.') : ok(job);
    },
  },
];
