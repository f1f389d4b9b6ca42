import { jobOf } from '#src/api/commvault/home.ts';
import { storedJob } from '#src/api/queries/seen-jobs.ts';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection/ConnectionNote.tsx';
import { gib } from '#src/lib/bytes.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { commvaultJob } from '#src/strings/commvault/job.ts';
import { pages } from '#src/strings/pages.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

const words = commvaultJob.lastSeen;

/** What this browser last saw of a job that can't be read: without a token a CommServe tells nothing. */
export function LastSeen({ id }: { readonly id: ResourceId }) {
  const host = jobOf(id)?.host;
  const { latest, tasks } = storedJob(id)?.observations ?? {};
  const watched = watchedJobs().find(({ jobId }) => sameId(jobId, id));
  const stage = tasks?.findLast(({ status }) => status !== 'notStarted')?.name;
  const { percent = null, bytes = null, totalBytes = null } = latest ?? {};
  const moved =
    bytes === null || totalBytes === null
      ? undefined
      : pages.job.bytesOf(gib(bytes), gib(totalBytes));
  const facts = [
    [words.vm, watched?.machine],
    [words.at, latest && dateTimeText(latest.at)],
    [commvaultJob.stage, stage],
    [words.percent, percent === null ? undefined : pages.job.percent(percent)],
    [commvaultJob.written, moved],
  ] as const;
  const known = facts.flatMap(([term, value]) =>
    value === undefined ? [] : [[term, value] as const],
  );
  return (
    <>
      {host !== undefined && <ConnectionNote host={host} />}
      {known.length > 0 && (
        <section aria-label={words.title}>
          <SectionHeading level={2}>{words.title}</SectionHeading>
          <KeyFacts facts={known} />
        </section>
      )}
    </>
  );
}
