import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { machineNow, noteServiceClock } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';

/** A `Date` names a second, anywhere in which the answer was given. */
const WITHIN_MS = 999;

/**
 * Takes Azure's time from the `Date` of each answer; one that hides it from pages, or has none, tells nothing
 * (live.md §2.2).
 */
export function clockPolicy(): PipelinePolicy {
  return {
    name: 'clock',
    sendRequest: async (request, next) => {
      const sentAt = machineNow();
      const response = await next(request);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date))
        noteServiceClock('answers', date - machineNow(), date + WITHIN_MS - sentAt);
      return response;
    },
  };
}

/**
 * A job starts between so long before and after its request, in milliseconds: 149 of 149 that were recorded did
 * so within −2 … 70 s (live.md §2.2).
 */
const STARTS_FROM_MS = -2000;
const STARTS_BY_MS = 70_000;

/** Takes Azure's time from the start of a job that is certainly of a press, dated by this computer alone. */
export function noteJobStart(startedAt: Instant, pressedAt: number): void {
  const ahead = startedAt - pressedAt;
  noteServiceClock('job', ahead - STARTS_BY_MS, ahead - STARTS_FROM_MS);
}
