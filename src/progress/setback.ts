import type { Instant } from '#src/lib/time.ts';
import type { TaskStatus } from '#src/model/jobs.ts';
import type { Observations, Sample, SeenTask, Setback, SetbackReason } from './observations.ts';

/** An estimate that rises by less than this is read as rounding. */
const LEAST_RISE_MS = 60_000;

/** What went backwards between two reads of a job. */
export function setbacksBetween(
  before: Pick<Observations, 'latest' | 'tasks'>,
  now: Pick<Observations, 'latest' | 'tasks'>,
  at: Instant,
): readonly Setback[] {
  const why = reasonOf(before, now);
  const fell = (figure: 'percent' | 'bytes'): readonly Setback[] => {
    const [from, to] = [before.latest[figure], now.latest[figure]];
    return from === null || to === null || to >= from ? [] : [{ figure, from, to, at, why }];
  };
  return [...fell('percent'), ...fell('bytes'), ...rise(before.latest, now.latest, at, why)];
}

function rise(before: Sample, now: Sample, at: Instant, why: SetbackReason): readonly Setback[] {
  const [from, to] = [before.remainingMs, now.remainingMs];
  if (from === null || to === null || to - from < Math.max(LEAST_RISE_MS, from / 10)) return [];
  return [{ figure: 'remaining', from, to, at, why }];
}

function reasonOf(
  before: Pick<Observations, 'latest' | 'tasks'>,
  now: Pick<Observations, 'latest' | 'tasks'>,
): SetbackReason {
  const again = now.tasks.find((task) =>
    before.tasks.some((last) => last.name === task.name && isBehind(last, task)),
  );
  if (again !== undefined) return { kind: 'taskAgain', task: again.name };
  if (now.tasks.length > before.tasks.length) return { kind: 'moreTasks' };
  const [then, total] = [before.latest.totalBytes, now.latest.totalBytes];
  if (then !== null && total !== null && total > then) return { kind: 'moreBytes' };
  return { kind: 'notTold' };
}

const STEP: Readonly<Record<TaskStatus, number | null>> = {
  notStarted: 0,
  inProgress: 1,
  completed: 2,
  failed: 2,
  cancelled: 2,
  unknown: null,
};

function isBehind(last: SeenTask, now: SeenTask): boolean {
  const [then, step] = [STEP[last.status], STEP[now.status]];
  if (then === null || step === null) return false;
  return step < then || (step === then && (now.percent ?? 0) < (last.percent ?? 0));
}
