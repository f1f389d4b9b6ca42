import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { nothingPast, pastRestoresQuery } from '#src/api/queries/job-lists.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { rangeText, shortRangeText } from '#src/progress/live/progress-text.ts';
import {
  alikeOf,
  expected,
  LEAST_TYPICAL,
  type PastRestore,
  type Range,
  type Took,
  usualOf,
} from '#src/progress/past.ts';
import type { PhaseKind } from '#src/progress/observe.ts';
import { common } from '#src/strings/common.ts';
import { plan as words } from '#src/strings/plan.ts';
import { progress } from '#src/strings/progress.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import type { Reading } from '#src/ui/picture/model.ts';

/** Which past restores tell how long one that isn't sent yet will take. */
export interface ExpectedBy<Past> {
  readonly query: UseQueryOptions<Past, Error, Past, string[]>;
  /** How long those took that are like this restore. */
  readonly took: (past: Past) => readonly Took[];
  /** Of all disks of this restore; null: not known. */
  readonly sizeBytes: number | null;
  /** What the past ones are, in the plural. */
  readonly what: string;
}

/** How long a restore will take: as values, and as texts such as "40 min to 55 min" and "6 past restores". */
export interface ExpectedTime {
  readonly range: Range;
  readonly jobs: number;
  readonly text: string;
  /** `40–55 min` */
  readonly short: string;
  readonly basis: string;
  /** How long a phase of it will take; null: too few of the past ones report it. */
  readonly phaseOf: (kind: PhaseKind) => Range | null;
}

/** That, or why there is none. */
export type Expected = Exclude<Reading<ExpectedTime>, { readonly is: 'absent' }>;

/** How long a restore will take by past ones, or that this isn't known. Nothing waits for it. */
export const expectedDuration = <Past,>(by: ExpectedBy<Past>): ReactNode => (
  <ExpectedDuration {...by} />
);

function ExpectedDuration<Past>(by: ExpectedBy<Past>) {
  return <KeyFacts facts={[[words.expected, expectedText(useExpected(by), by.what)]]} />;
}

interface WithExpectedProps<Past> {
  readonly by: ExpectedBy<Past> | null;
  readonly children: (time: Expected) => ReactNode;
}

/** Draws something that says how long a restore will take. */
export const withExpected = <Past,>(
  by: ExpectedBy<Past> | null,
  draw: (time: Expected) => ReactNode,
): ReactNode => <WithExpected by={by}>{draw}</WithExpected>;

function WithExpected<Past>({ by, children }: WithExpectedProps<Past>) {
  return children(useExpected(by));
}

/** The same as values; not known: why there is none. Without anything to go by nothing is read. */
export function useExpected<Past>(by: ExpectedBy<Past> | null): Expected {
  const read = useQuery<Past, Error, Past, string[]>(by?.query ?? nothingPast());
  return by === null ? unknown(progress.noTypical) : timeOf(read, by.took, by);
}

/** Restores of a VM whose type isn't chosen yet. */
interface AnyKind {
  readonly vaultId: ResourceId;
  /** The secondary region, where it goes there. */
  readonly region: string | null;
  readonly isRehydrating: boolean;
  readonly sizeBytes: number | null;
}

/** The same for every restore type of a VM at once. */
export function useExpectedOfKinds(any: AnyKind): Readonly<Record<RestoreKind, Expected>> {
  const read = useQuery(pastRestoresQuery(any.vaultId, any.region));
  const of = (kind: RestoreKind): Expected => {
    const by = expectedOfKind(kind, any);
    return timeOf(read, by.took, by);
  };
  return {
    createVm: of('createVm'),
    restoreDisks: of('restoreDisks'),
    replaceDisks: of('replaceDisks'),
  };
}

/** By what a VM's restore of one type is expected. */
export function expectedOfKind(
  kind: RestoreKind,
  { vaultId, region, isRehydrating, sizeBytes }: AnyKind,
): ExpectedBy<readonly PastRestore[]> {
  const operation = region === null ? 'Restore' : 'CrossRegionRestore';
  return {
    query: pastRestoresQuery(vaultId, region),
    took: (past) => alikeOf({ operation, kind, isRehydrating }, past),
    sizeBytes,
    what: words.past[kind],
  };
}

type PastRead<Past> = Pick<UseQueryResult<Past>, 'data' | 'error' | 'isFetching'>;

/** Of past restores as far as they are read; that they are too few is known once all are. */
function timeOf<Past>(
  { data, error, isFetching }: PastRead<Past>,
  tookOf: ExpectedBy<Past>['took'],
  { sizeBytes, what }: Pick<ExpectedBy<Past>, 'sizeBytes' | 'what'>,
): Expected {
  const took = data === undefined ? [] : tookOf(data);
  const isWhole = data !== undefined && !isFetching;
  if (isWhole || took.length >= LEAST_TYPICAL) return expectedTime(took, sizeBytes, what);
  return unknown(error === null ? common.reading(words.pastRestores) : common.absence.notRead);
}

/** The range with its basis, or that too few have ended. */
export function expectedTime(
  took: readonly Took[],
  sizeBytes: number | null,
  what: string,
): Expected {
  const jobs = took.length;
  const range = jobs < LEAST_TYPICAL ? null : expected(took, sizeBytes);
  if (range === null) return unknown(words.noTypical(jobs, what, LEAST_TYPICAL));
  const value = {
    range,
    jobs,
    text: rangeText(range),
    short: shortRangeText(range),
    basis: words.basis(jobs),
    phaseOf: (kind: PhaseKind) => {
      const reporting = took.filter(({ phases = [] }) => phases.some((one) => one.kind === kind));
      return reporting.length < LEAST_TYPICAL ? null : usualOf(kind, reporting, sizeBytes);
    },
  };
  return { is: 'known', value };
}

const unknown = (why: string): Expected => ({ is: 'unknown', fact: why });

/** The same in one line. */
export function expectedText(time: Expected, what: string): string {
  return time.is === 'known'
    ? words.expectedFrom(time.value.text, time.value.jobs, what)
    : time.fact;
}
