import type { Job } from '#src/model/job.ts';
import { sameId } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Check } from '#src/wizard/preflight/check.ts';
import { unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.restoresToday;
const DAY_MS = 86_400_000;

/**
 * How often Azure Backup restores one machine in 24 hours. Said of the service in general; none of the
 * five documents has it, so that reaching it is a warning and no refusal.
 */
const MOST_A_DAY = 10;

/** How often the machine was restored in the last 24 hours. */
export const restoresToday: Check = {
  id: 'restoresToday',
  from: ['restores'],
  look: ({ view, asked }) => {
    const missing = unread(asked.restores, words.read);
    if (missing !== null) return missing;
    const item = known(view.reads.instance);
    const since = view.reads.at - DAY_MS;
    const own = (known(asked.restores) ?? []).filter(
      (job) => sameId(job.itemName, item?.friendlyName) && begunSince(job, since),
    );
    const found = words.found(own.length, item?.friendlyName ?? '', MOST_A_DAY);
    return own.length < MOST_A_DAY
      ? { state: 'passed', found }
      : { state: 'warned', found: `${found} ${words.wait}` };
  },
};

const begunSince = ({ startedAt }: Job, since: number): boolean =>
  startedAt !== null && startedAt > since;
