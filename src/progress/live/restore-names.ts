import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { ownerOf } from '#src/datasources/registry.ts';
import { isBackup, type Job, type JobDetails } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { targetText } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { jobs as jobWords } from '#src/strings/jobs.ts';
import { running as words } from '#src/strings/progress.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { sentOutline } from '#src/wizard/draft/sent.ts';

/** What a restore makes, by its own job or by what this browser sent; null: neither says. */
export const outlineOfJob = (
  id: string,
  read: JobDetails | null | undefined,
): RestoreOutline | null => (read && reportedOutline(read)) ?? sentOutline(id);

/** The service of a job that is of no vault of Azure. */
export function otherServiceOf({ id }: Job): string | null {
  const owner = ownerOf(id);
  return owner === undefined || owner.provider !== undefined ? null : owner.serviceName;
}

/** Where a job is: its vault, or the service that has none. */
export const placeOf = (job: Job): string => otherServiceOf(job) ?? job.vaultName;

/** A job by its list: those of other services name what a backup is of, and not what is restored. */
export function listedName(job: Job): string {
  const service = otherServiceOf(job);
  return service === null || isBackup(job)
    ? job.itemName
    : jobWords.ended.numbered(service, job.name);
}

/** Where a restore goes, in words; null: not known. */
export const targetNamed = (outline: RestoreOutline): string | null =>
  outline.kind === 'replaceDisks' ? words.source : targetText(outline);

/** A restore by what it restores, and to what where that is known. */
export function restoreNamed(source: string, outline: RestoreOutline | null): string {
  const target = outline && targetNamed(outline);
  return target === null ? source : words.to(source, target);
}

interface NamedRestore {
  readonly name: string;
  /** Null: not known. */
  readonly startedAt: Instant | null;
}

/** The names of several restores, those that are alike with their start. Pure. */
export function namesApart(
  restores: readonly NamedRestore[],
  withStart: (name: string, time: string) => string,
): readonly string[] {
  return restores.map(({ name, startedAt }) =>
    startedAt === null || restores.filter((one) => one.name === name).length === 1
      ? name
      : withStart(name, momentText(startedAt, now())),
  );
}

interface OwnRestore {
  readonly jobId: string;
  readonly machine: string;
}

/** The names of restores of this browser by their jobs, by what it sent for them and when. */
export function ownRestoreNames(restores: readonly OwnRestore[]): ReadonlyMap<string, string> {
  const names = namesApart(
    restores.map(({ jobId, machine }) => ({
      name: restoreNamed(machine, sentOutline(jobId)),
      startedAt: sentAt(jobId),
    })),
    words.sent,
  );
  return new Map(restores.map(({ jobId, machine }, index) => [jobId, names[index] ?? machine]));
}

function sentAt(jobId: string): Instant | null {
  const draft = draftOfJob(jobId);
  const attempt = draft && attemptOf(draft.submission);
  return attempt ? instant(attempt.sentAt) : null;
}
