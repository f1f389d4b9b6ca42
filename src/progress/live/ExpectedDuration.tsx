import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { rangeText } from '#src/progress/live/progress-text.ts';
import { expected, LEAST_TYPICAL } from '#src/progress/past.ts';
import { common } from '#src/strings/common.ts';
import { plan as words } from '#src/strings/plan.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

interface ExpectedDurationProps<Past> {
  readonly query: UseQueryOptions<Past, Error, Past, string[]>;
  /** How long those took that are like this restore, in milliseconds. */
  readonly tookMs: (past: Past) => readonly number[];
  /** What they are, in the plural. */
  readonly what: string;
}

/** How long a restore will take by past ones, or that this isn't known. Nothing waits for it. */
export const expectedDuration = <Past,>(by: ExpectedDurationProps<Past>): ReactNode => (
  <ExpectedDuration {...by} />
);

function ExpectedDuration<Past>({ query, tookMs, what }: ExpectedDurationProps<Past>) {
  const { data, error } = useQuery(query);
  const unread = error === null ? common.reading(words.pastRestores) : common.notRead;
  const text = data === undefined ? unread : expectedText(tookMs(data), what);
  return <KeyFacts facts={[[words.expected, text]]} />;
}

/** The range with its basis, or that too few have ended. */
export function expectedText(tookMs: readonly number[], what: string): string {
  const jobs = tookMs.length;
  const took = tookMs.map((durationMs) => ({ sizeBytes: null, durationMs }));
  const range = jobs < LEAST_TYPICAL ? null : expected(took, null);
  return range === null
    ? words.noTypical(jobs, what, LEAST_TYPICAL)
    : words.expectedFrom(rangeText(range), jobs, what);
}
