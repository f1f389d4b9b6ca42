import type { JobSpec } from '#src/datasources/job.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { isTerminal, type JobDetails, propertyOf } from '#src/model/jobs.ts';
import type { KnownRestore } from '#src/model/leftovers.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { sentText } from '#src/wizard/draft/sent.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** A restore that this browser started: its draft, and its job. */
export interface StartedRestore {
  readonly draft: Draft;
  readonly jobId: ResourceId;
  /** Disks and NICs that actions of this browser after it may have left unused. */
  readonly unusedAfter: readonly ResourceId[];
  /** What knows what else was done after it. */
  readonly spec: Pick<JobSpec, 'afterwards'>;
}

/**
 * What draft and job report of a restore. `job` undefined: not read, or it couldn't be; null: Azure no longer has
 * it. By the names of the fields alone: what the fields are besides is the wizard's, and heavy.
 */
export function knownRestore(
  { draft, jobId, unusedAfter }: Omit<StartedRestore, 'spec'>,
  job: JobDetails | null | undefined,
): KnownRestore {
  const own = /^\/subscriptions\/([^/]+)/i.exec(jobId)?.[1] ?? null;
  const [sourceGroup, source] = nameOf(sentText(draft, 'instance') ?? '')
    .split(';')
    .slice(-2);
  const staging = sentText(draft, 'staging');
  const restored = job && isDiskJob(job) ? job.restoredDiskId : null;
  return {
    jobId,
    source: job?.itemName ?? nameOfDraft(draft) ?? '',
    machine: sentText(draft, 'vmName'),
    group: groupId(sentText(draft, 'subscription') ?? own, sentText(draft, 'rg')),
    isReplace: sentText(draft, 'option') === 'replaceDisks',
    sourceGroup: source === undefined ? null : groupId(own, sourceGroup ?? null),
    accountId: staging === null ? null : resourceId(staging),
    container: (job && propertyOf(job, 'Config Blob Container Name')) || null,
    from: job?.startedAt ?? null,
    to: job?.endedAt ?? null,
    isInProgress: job === undefined || (job !== null && !isTerminal(job.status)),
    named: restored === null ? unusedAfter : [...unusedAfter, restored],
  };
}

const groupId = (subscription: string | null, group: string | null): ResourceId | null =>
  subscription === null || group === null
    ? null
    : resourceId(`/subscriptions/${subscription}/resourceGroups/${group}`);
