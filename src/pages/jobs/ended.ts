import { sortedBy } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import { instanceName } from '#src/model/instances.ts';
import {
  isBackup,
  isTerminal,
  type Job,
  type JobFilter,
  type JobOrder,
  type JobSort,
  type JobWithErrors,
  RANGE_MS,
  secondaryJobOf,
} from '#src/model/jobs.ts';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';
import { hull, LEAST_TYPICAL, type Range, rangeOf } from '#src/progress/past.ts';

/** What has ended, of all services, as one list: which jobs it has, who comes first, and what is folded. Pure. */

/** The latest runs of a backup that have failed one after the other. */
export interface Streak {
  readonly runs: number;
  /** Whether a good run before them is known; else there may be more. */
  readonly isWhole: boolean;
  /** Whether they are a night apart. */
  readonly isNightly: boolean;
}

/** A job of the list. */
export interface EndedJob {
  readonly kind: 'job';
  readonly id: ResourceId;
  readonly job: JobWithErrors;
  /** The failed runs that it is the last of; null: it isn't, or not known to be. */
  readonly streak: Streak | null;
  /** How many earlier runs of the list its row stands for as well. */
  readonly earlier: number;
  /** How long it usually takes; null: too few runs are known. */
  readonly usual: Range | null;
  /** Open next steps of a restore of this browser. */
  readonly openSteps: number;
  /** What this browser knows of its end in other words than its list; null: nothing. */
  readonly news: string | null;
  readonly needsYou: boolean;
}

/** The completed backups, in one row. */
interface EndedFold {
  readonly kind: 'fold';
  readonly id: ResourceId;
  readonly jobs: readonly EndedJob[];
}

export type EndedRow = EndedJob | EndedFold;

export const FOLD_ID = resourceId('completed backups');

const lower = (text: string): string => text.toLowerCase();

/** Whether a job that Azure's list lacks is one that a filter lets through. */
export function fits(job: Job, filter: JobFilter, at: Instant): boolean {
  const { search, operations, statuses, subscriptions, vaults, instance } = filter;
  const text = lower(search);
  const vaultId = secondaryJobOf(job.id)?.place.vaultId ?? null;
  const isOf = (wanted: readonly string[], value: string): boolean =>
    wanted.length === 0 || wanted.some((one) => lower(one) === lower(value));
  return (
    isOf(operations, job.operation) &&
    isOf(statuses, job.status) &&
    isStartedIn(job, filter, at) &&
    (vaults.length === 0 || (vaultId !== null && vaults.some((one) => sameId(one, vaultId)))) &&
    (subscriptions.length === 0 ||
      subscriptions.some((one) =>
        lower(vaultId ?? '').startsWith(`/subscriptions/${lower(one)}/`),
      )) &&
    (instance === null ||
      (vaultId !== null &&
        lower(instance).startsWith(`${lower(vaultId)}/`) &&
        lower(instanceName(instance)) === lower(job.itemName))) &&
    (text === '' ||
      lower(job.name).startsWith(text) ||
      [job.itemName, job.vaultName, job.operation, job.ownWord ?? ''].some((one) =>
        lower(one).includes(text),
      ))
  );
}

function isStartedIn({ startedAt, endedAt }: Job, filter: JobFilter, at: Instant): boolean {
  const { range, hours } = filter;
  const known = startedAt ?? endedAt;
  if (known === null) return false;
  return hours ? known >= hours.from && known < hours.to : known > at - RANGE_MS[range];
}

/** Azure's jobs with those that its list lacks, each once. */
export function merged(
  jobs: readonly JobWithErrors[],
  elsewhere: readonly Job[],
): readonly JobWithErrors[] {
  const names = new Set(elsewhere.map(({ name }) => name));
  return [
    ...jobs.filter(({ name }) => !names.has(name)),
    ...elsewhere.map((job) => ({ ...job, errors: [] })),
  ];
}

/** Whether a job is over; one with a state that isn't known here counts, as nothing says that it runs. */
const hasEnded = ({ status }: Job): boolean => isTerminal(status) || status === 'unknown';

export const isRestoring = ({ operation }: Job): boolean => /restore/i.test(operation);

/** What this browser knows of its own restores, by their jobs. */
export interface OwnKnown {
  /** Open next steps that are a risk while they are open. */
  readonly open: ReadonlyMap<string, number>;
  /** How those ended that ended in another way than their list says, or whose end no read has shown. */
  readonly news: ReadonlyMap<string, string>;
}

/** The runs that a backup is compared with: those of the same instance. */
const keyOf = ({ vaultName, itemName }: Job): string => lower(`${vaultName}\n${itemName}`);

/** The backups that ended, by their instances, the newest first. */
function runsOf(jobs: readonly Job[]): ReadonlyMap<string, readonly Job[]> {
  const once = [...new Map(jobs.map((job) => [job.id, job])).values()];
  return Map.groupBy(
    sortedBy(
      once.filter((job) => isBackup(job) && hasEnded(job)),
      ({ startedAt }) => startedAt ?? 0,
      true,
    ),
    keyOf,
  );
}

/** The latest runs that failed one after the other, the last of them first. */
function failedIn(runs: readonly Job[]): readonly Job[] {
  const good = runs.findIndex(({ status }) => status !== 'failed');
  return good === -1 ? runs : runs.slice(0, good);
}

/** Runs that are nearer to each other are no nights. */
const NIGHT_MS = 16 * 3_600_000;

const areNightly = (runs: readonly Job[]): boolean =>
  runs.every(({ startedAt }, at) => {
    const before = runs[at + 1]?.startedAt;
    return at === runs.length - 1 || (startedAt ?? 0) - (before ?? 0) >= NIGHT_MS;
  });

/** This many failed runs in a row are one thing to see to, and one row. */
const BAD_RUNS = 3;

/** The usual time of a backup, by the others of its instance; null: they are too few. */
function usualOf(job: Job, runs: readonly Job[]): Range | null {
  const [first, ...others] = runs.flatMap(({ id, status, durationMs }) =>
    id !== job.id && status === 'completed' && durationMs !== null
      ? [rangeOf(durationMs, durationMs)]
      : [],
  );
  return first === undefined || others.length + 1 < LEAST_TYPICAL
    ? null
    : others.reduce(hull, first);
}

/** A run is long beyond this much of the longest: all of them differ by a little. */
const LONG = 1.25;

/** Whether a job took clearly longer than usual. */
export const isLong = ({ job, usual }: EndedJob): boolean =>
  usual !== null && (job.durationMs ?? 0) > usual.highMs * LONG;

/** A job as its list has it, without anything that is known beside. */
export const asEnded = (job: JobWithErrors): EndedJob => ({
  kind: 'job',
  id: job.id,
  job,
  streak: null,
  earlier: 0,
  usual: null,
  openSteps: 0,
  news: null,
  needsYou: false,
});

const ALARMING: readonly string[] = ['failed', 'completedWithWarnings', 'unknown'];

/**
 * The ended jobs of some jobs, with what is known beside the list. Of a backup that fails run after run there is the
 * latest alone.
 */
export function endedJobs(
  jobs: readonly JobWithErrors[],
  week: readonly Job[],
  own: OwnKnown,
): readonly EndedJob[] {
  const ended = jobs.filter(hasEnded);
  const runs = runsOf([...week, ...jobs]);
  const listed = new Set(ended.map(({ id }) => id));
  return ended.flatMap((job): EndedJob[] => {
    const of = isBackup(job) ? (runs.get(keyOf(job)) ?? []) : [];
    const failed = failedIn(of);
    const [last, ...before] = failed;
    const isLast = last?.id === job.id;
    const isRepeated = failed.length >= BAD_RUNS && last !== undefined && listed.has(last.id);
    if (isRepeated && before.some(({ id }) => id === job.id)) return [];
    const openSteps = own.open.get(lower(job.id)) ?? 0;
    const news = own.news.get(lower(job.id)) ?? null;
    const isGood = job.status === 'completed' || job.status === 'completedWithWarnings';
    return [
      {
        ...asEnded(job),
        streak:
          isLast && failed.length > 1
            ? {
                runs: failed.length,
                isWhole: failed.length < of.length,
                isNightly: areNightly(failed),
              }
            : null,
        earlier: isRepeated && isLast ? before.filter(({ id }) => listed.has(id)).length : 0,
        usual: isGood ? usualOf(job, of) : null,
        openSteps,
        news,
        needsYou: ALARMING.includes(job.status) || openSteps > 0 || news !== null,
      },
    ];
  });
}

const VALUE: Readonly<Record<JobSort, (job: Job) => string | number>> = {
  started: ({ startedAt }) => startedAt ?? 0,
  ended: ({ endedAt, startedAt }) => endedAt ?? startedAt ?? 0,
  status: ({ status }) => status,
  instance: ({ itemName }) => lower(itemName),
  operation: ({ operation }) => operation,
  vault: ({ vaultName }) => lower(vaultName),
  duration: ({ durationMs }) => durationMs ?? 0,
};

/** Jobs in an order; equal ones stand by their ids. */
export const inOrder = <Row extends Job>(
  jobs: readonly Row[],
  { by, isDescending }: JobOrder,
): readonly Row[] => sortedBy(jobs, VALUE[by], isDescending);

interface Shown {
  readonly order: JobOrder;
  /** Whether what needs a person comes first. */
  readonly isNeedsYouFirst: boolean;
  /** Whether completed backups stand in one row. */
  readonly isFolded: boolean;
  /** Whether that row shows them below itself. */
  readonly isOpen: boolean;
}

/** The rows, in order. */
export function endedRows(all: readonly EndedJob[], shown: Shown): readonly EndedRow[] {
  const { order, isNeedsYouFirst, isFolded, isOpen } = shown;
  const ordered = sortedBy(all, ({ job }) => VALUE[order.by](job), order.isDescending);
  const foldable = isFolded ? ordered.filter(isFoldable) : [];
  const folded = foldable.length > 1 ? foldable : [];
  const plain = folded.length === 0 ? ordered : ordered.filter((one) => !isFoldable(one));
  const isFirst = ({ needsYou }: EndedJob): boolean => isNeedsYouFirst && needsYou;
  return [
    ...plain.filter(isFirst),
    ...plain.filter((one) => !isFirst(one)),
    ...(folded.length === 0 ? [] : [{ kind: 'fold', id: FOLD_ID, jobs: folded } as const]),
    ...(isOpen ? folded : []),
  ];
}

const isFoldable = (one: EndedJob): boolean =>
  one.job.status === 'completed' && isBackup(one.job) && !one.needsYou && !isLong(one);

/** The jobs of some rows, each once. */
export const jobsIn = (rows: readonly EndedRow[]): readonly EndedJob[] => [
  ...new Set(rows.flatMap((row) => (row.kind === 'job' ? [row] : row.jobs))),
];

/** How many jobs some rows stand for. */
export const countIn = (rows: readonly EndedJob[]): number =>
  rows.reduce((sum, { earlier }) => sum + 1 + earlier, 0);
