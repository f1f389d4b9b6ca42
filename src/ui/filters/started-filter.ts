import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { spanAddress } from '#src/lib/time.ts';
import { type HourRange, type JobFilter, RANGES } from '#src/model/jobs.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { type ListFilter, optionsOf } from '#src/ui/filters/ListFilters.tsx';

/** When the jobs of a list started: in the last so many hours, or in hours that were chosen in a strip. */

type Started = Pick<JobFilter, 'range' | 'hours'>;

const rangeOptions = optionsOf(RANGES, words.ranges);

/** The filter. Hours are there until they are cleared. */
export function startedFilter(label: string, { range, hours }: Started): ListFilter {
  const started = { part: 'range', label };
  if (!hours) return { ...started, options: rangeOptions, chosen: [range], isOneOf: true };
  const value = spanAddress(hours);
  return {
    ...started,
    options: [{ value, text: words.hours(...textsOf(hours)) }],
    chosen: [value],
  };
}

/** The same in a sentence: `in the last 24 hours`. */
export const startedText = ({ range, hours }: Started): string =>
  hours ? words.inHours(...textsOf(hours)) : words.inRange(words.ranges[range]);

/** The first and the last moment of hours; null: they go on. */
const textsOf = ({ from, to }: HourRange): readonly [string, string | null] => [
  momentText(from, now()),
  to > now() ? null : momentText(to, now()),
];
