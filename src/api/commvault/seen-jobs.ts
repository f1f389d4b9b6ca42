import * as z from 'zod/mini';
import { storedInstant } from '#src/api/arm/wire.ts';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import { type CommvaultJob, statusOf } from '#src/api/commvault/jobs.ts';
import { now } from '#src/lib/clock.ts';
import { storedValues } from '#src/lib/stored-values.ts';

/** The newest jobs of each CommServe as last seen: a reload forgets its tokens, but not its jobs. */

/** So many are kept, of some 200 bytes each. */
const MOST = 50;

const moment = z.nullable(storedInstant);
const figure = z.nullable(z.number());
const job = z.object({
  number: z.string(),
  itemName: z.string(),
  operation: z.string(),
  statusWord: z.nullable(z.string()),
  percent: figure,
  startedAt: moment,
  endedAt: moment,
  durationMs: figure,
});
const stored = storedValues('commserve-jobs.', z.object({ at: storedInstant, jobs: z.array(job) }));

/** Keeps the beginning of a list. */
export const keepJobs = (host: string, jobs: readonly CommvaultJob[]): void =>
  stored.write(host, {
    at: now(),
    jobs: z.parse(z.array(job), jobs.filter(({ number }) => number !== '').slice(0, MOST)),
  });

/** The jobs of a CommServe as last seen in this browser, and when; null: none were. */
export function seenJobs(host: string) {
  const seen = stored.read(host);
  if (seen === null) return null;
  const jobs = seen.jobs.map((one): CommvaultJob => ({
    ...one,
    id: commvaultJobId(host, one.number),
    name: one.number,
    vaultName: host,
    status: statusOf(one.statusWord),
    ownWord: one.statusWord ?? undefined,
    isCancellable: false,
  }));
  return { at: seen.at, jobs };
}
