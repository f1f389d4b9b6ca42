import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  notableJobsQuery,
  otherJobsQuery,
  secondaryRestoresQuery,
} from '#src/api/queries/overview.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { instant, type Instant } from '#src/lib/time.ts';
import {
  isBackup,
  isTerminal,
  type Job,
  type JobCount,
  type JobWithErrors,
} from '#src/model/jobs.ts';
import { running } from '#src/strings/progress.ts';

/**
 * Resource Graph answers for the vaults' own regions. Their secondary regions are read vault by vault,
 * services other than Azure by themselves.
 */

/** Jobs that Azure's counts and lists leave out; `secondary` undefined: not read. */
type Elsewhere = Pick<JobsLeftOut, 'secondary' | 'others'>;

const HOUR_MS = 3_600_000;
const CROSS_REGION = 'crossregionrestore';

/**
 * The jobs that need a look, with those of secondary regions and of other services, each once, the newest
 * first: restores that run, and what failed or ended with warnings in the 24 hours before `at`. Pure.
 */
export function allNotable(
  jobs: readonly JobWithErrors[],
  { secondary = [], others }: Elsewhere,
  at: Instant,
): readonly JobWithErrors[] {
  const names = new Set(secondary.map(({ name }) => name));
  const own = jobs.filter(({ name }) => !names.has(name));
  const notable = [...secondary, ...others].filter((job) => isNotable(job, at));
  return [...own, ...notable.map((job) => ({ ...job, errors: [] }))].toSorted(
    (a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0),
  );
}

function isNotable(job: Job, at: Instant): boolean {
  const { status, startedAt, endedAt } = job;
  if (!isTerminal(status)) return status !== 'unknown' && !isBackup(job);
  const isTroubled = status === 'failed' || status === 'completedWithWarnings';
  const lastAt = endedAt ?? startedAt;
  return isTroubled && lastAt !== null && lastAt > at - 24 * HOUR_MS;
}

/** The counts of all jobs: where the lists of secondary regions were read, they alone count there. Pure. */
export function allCounts(
  counts: readonly JobCount[],
  { secondary, others }: Elsewhere,
): readonly JobCount[] {
  const elsewhere = others.map((job) => ({ ...countOf(job), isElsewhere: true as const }));
  if (secondary === undefined) return [...counts, ...elsewhere];
  const own = counts.filter(({ operation }) => operation.toLowerCase() !== CROSS_REGION);
  return [...own, ...secondary.map(countOf), ...elsewhere];
}

/** How many restores run, whenever they started. Pure. */
export const runningIn = (counts: readonly JobCount[]): number =>
  counts
    .filter(({ operation, status }) => isUnderWay(status) && /restore$/i.test(operation))
    .reduce((sum, { jobs }) => sum + jobs, 0);

const isUnderWay = (status: JobCount['status']): boolean =>
  status === 'inProgress' || status === 'cancelling';

function countOf({ operation, status, startedAt }: Job): JobCount {
  const hour = startedAt === null ? null : instant(startedAt - (startedAt % HOUR_MS));
  return { operation, status, hour, jobs: 1 };
}

/** Jobs that Azure's counts and lists leave out, as far as they were read. */
export interface JobsLeftOut {
  /** Of secondary regions; undefined: not read. */
  readonly secondary: readonly Job[] | undefined;
  /** Of services other than Azure. */
  readonly others: readonly Job[];
  readonly isReading: boolean;
  /** What wasn't read, one sentence each. */
  readonly unread: readonly string[];
}

/** Whose lists of jobs were read. */
export interface ReadLists {
  /** How many vaults there are; null: not known. */
  readonly vaults: number | null;
  /** The services other than Azure whose jobs were read. */
  readonly services: readonly string[];
}

/** How far the lists of those have been read. */
export type ListsRead = Pick<JobsLeftOut, 'isReading' | 'unread'>;

export const areAllRead = ({ isReading, unread }: ListsRead): boolean =>
  !isReading && unread.length === 0;

/** What says that no job is there: while a list isn't read, it says of which lists alone. */
export const noneIn = (
  words: Readonly<Record<'none' | 'noneRead', string>>,
  lists: ListsRead,
): string => (areAllRead(lists) ? words.none : words.noneRead);

/** The jobs of secondary regions and of services other than Azure. */
export function useJobsElsewhere(): JobsLeftOut & ReadLists {
  const secondary = useQuery(secondaryRestoresQuery());
  const others = useQuery(otherJobsQuery());
  const regions = secondary.data?.unread ?? [];
  const services = others.data?.unread ?? [];
  return {
    secondary: secondary.data?.jobs,
    others: others.data?.jobs ?? [],
    isReading: secondary.isPending || others.isPending,
    vaults: secondary.data?.vaults ?? null,
    services: others.data?.services ?? [],
    unread: [
      ...(secondary.data === undefined && secondary.error !== null ? [running.noneUnread] : []),
      ...(regions.length === 0 ? [] : [running.unread(regions)]),
      ...(services.length === 0 ? [] : [running.unreadServices(services)]),
    ],
  };
}

/**
 * Whether to draw a page that has the band at its top: once what decides on its height has been read, or what others than
 * Azure have of it takes too long. What was drawn once stays, also while a part that failed is read again.
 */
export function useBandTogether(isReading = false): boolean {
  const { isPending } = useQuery(notableJobsQuery());
  const elsewhere = useJobsElsewhere();
  const isTogether = useTogether(isReading || isPending || elsewhere.isReading) && !isPending;
  const [wasDrawn, setWasDrawn] = useState(false);
  if (isTogether && !wasDrawn) setWasDrawn(true);
  return wasDrawn || isTogether;
}
