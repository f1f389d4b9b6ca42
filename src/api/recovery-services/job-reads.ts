import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import * as z from 'zod/mini';
import { retryAfterMs } from '#src/api/arm/error.ts';
import { storedInstant } from '#src/api/arm/wire.ts';
import { machineNow } from '#src/lib/clock.ts';
import { type Allowance, ofLastHour, type ReadFor, UNUSED } from '#src/lib/poll-schedule.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { instant } from '#src/lib/time.ts';

/**
 * What this browser has read of jobs, and what Azure reports of how many are left: one allowance for a
 * subscription and a service, which lists and single reads share (live.md §1.1). It is the same for all tabs.
 */

const figure = z.object({ at: storedInstant, left: z.number() });

const allowance = z.object({
  startedAt: z.array(storedInstant),
  sharedAt: z.array(storedInstant),
  figures: z.array(figure),
  refused: z.nullable(z.object({ at: storedInstant, until: storedInstant })),
  open: z.nullable(z.object({ at: storedInstant, ageMs: z.number() })),
});

/** More says nothing more. */
const MOST_FIGURES = 40;

const stored = storedValues<Allowance>('reads.', allowance);

/** Calls back when one more read was noted, also by another tab. Returns the way to stop. */
export const onJobReads = stored.listen;

/** What is known of an allowance, by its name. */
export const allowanceNamed = (name: string): Allowance => stored.read(name) ?? UNUSED;

const JOB =
  /^(?:https?:\/\/[^/]+)?\/subscriptions\/(?<subscription>[^/?]+)\/.*\/Microsoft\.(?<service>RecoveryServices|DataProtection)\/(?:backup)?vaults\/[^/]+\/backupJobs(?:[/?]|$)/i;

/** The name of the allowance that a read of a job, or of a list of them, takes from; null: none does. */
export function allowanceOf(address: string): string | null {
  const { subscription, service } = JOB.exec(address)?.groups ?? {};
  return subscription === undefined || service === undefined
    ? null
    : `${subscription}|${service}`.toLowerCase();
}

function note(name: string, change: (before: Allowance) => Partial<Allowance>): void {
  const before = ofLastHour(allowanceNamed(name), machineNow());
  stored.write(name, { ...before, ...change(before) });
}

/** Notes for whom a job is about to be read. `ageMs`: for how long it has run. */
export function noteReadFor(name: string, readFor: ReadFor, ageMs: number): void {
  const at = machineNow();
  if (readFor === 'open') note(name, () => ({ open: { at, ageMs } }));
  if (readFor === 'shared') note(name, ({ sharedAt }) => ({ sharedAt: [...sharedAt, at] }));
}

/** It stands in place of the header that counts all reads. */
const LEFT = 'x-ms-ratelimit-remaining-subscription-resource-requests';

/** Notes each read of jobs, repeats too, and what its answer reports. */
export function jobReadsPolicy(): PipelinePolicy {
  return {
    name: 'job reads',
    sendRequest: async (request, next) => {
      const name = request.method === 'GET' ? allowanceOf(request.url) : null;
      if (name === null) return next(request);
      const startedAt = machineNow();
      note(name, (before) => ({ startedAt: [...before.startedAt, startedAt] }));
      const response = await next(request);
      const at = machineNow();
      if (response.status === 429) {
        const until = instant(at + (retryAfterMs(response.headers) ?? 0));
        note(name, () => ({ refused: { at, until } }));
        return response;
      }
      // CORS can hide the header from the page.
      const left = Number(response.headers.get(LEFT) ?? Number.NaN);
      if (!Number.isNaN(left)) {
        note(name, (before) => ({
          figures: [...before.figures, { at, left }].slice(-MOST_FIGURES),
        }));
      }
      return response;
    },
  };
}
