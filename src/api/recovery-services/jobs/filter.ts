import { type Instant, usDateTime } from '#src/lib/time.ts';
import type { JOB_STATUSES, Operation } from '#src/model/jobs.ts';

/** The `$filter` of the backup service's own lists of jobs (azure-contract §8). */

type Status = (typeof JOB_STATUSES)[number];

/** A status as the service writes it. */
export const STATUS: Readonly<Record<Status, string>> = {
  inProgress: 'InProgress',
  failed: 'Failed',
  completedWithWarnings: 'CompletedWithWarnings',
  cancelling: 'Cancelling',
  cancelled: 'Cancelled',
  completed: 'Completed',
};

/** Filter for jobs; missing fields do not filter. */
export interface JobsWanted {
  readonly operation?: Operation;
  readonly status?: Status;
  /** Started at this moment or later, and at that one or before: to the second. */
  readonly from?: Instant;
  readonly to?: Instant;
}

/** The value of `$filter`, encoded for an address. */
export function jobsFilter({ operation, status, from, to }: JobsWanted): string {
  const terms = [
    ['backupManagementType', 'AzureIaasVM'],
    ['operation', operation],
    ['status', status === undefined ? undefined : STATUS[status]],
    ['startTime', from === undefined ? undefined : usDateTime(from)],
    ['endTime', to === undefined ? undefined : usDateTime(to)],
  ] as const;
  const conditions = terms.flatMap(([key, value]) =>
    value === undefined ? [] : `${key} eq '${value}'`,
  );
  return encodeURIComponent(conditions.join(' and '));
}
