import type { Job, JobDetails, JobTask } from '#src/model/job.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';

/** Whether a restore point is a snapshot and nothing else: its transfer to the vault isn't complete. */
export function isOnlySnapshot({ tier }: Pick<RecoveryPoint, 'tier'>): boolean {
  return tier === 'snapshot';
}

/** Whether the data of a restore point is in the vault. */
export function isInVault({ tier }: Pick<RecoveryPoint, 'tier'>): boolean {
  return tier === 'snapshotAndVaultStandard' || tier === 'vaultStandard';
}

const MINUTE_MS = 60_000;
/** A point is taken soon after its backup has started; clocks may differ by some minutes (ours). */
const EARLIEST_MS = -6 * 60 * MINUTE_MS;
const LATEST_MS = 15 * MINUTE_MS;

/** The backup that took a point: the last that had started by then. Undefined where none fits. */
export function backupOf<Backup extends Pick<Job, 'startedAt'>>(
  jobs: readonly Backup[],
  time: Instant,
): Backup | undefined {
  const since = ({ startedAt }: Backup): number => (startedAt ?? Number.NaN) - time;
  return jobs
    .filter((job) => since(job) >= EARLIEST_MS && since(job) <= LATEST_MS)
    .toSorted((a, b) => since(b) - since(a))[0];
}

/** The subtask of a backup that brings its point to the vault; undefined where the job reports none. */
export function transferTask({ tasks }: Pick<JobDetails, 'tasks'>): JobTask | undefined {
  return tasks.find(({ name }) => /^transfer data to (the )?vault$/i.test(name.trim()));
}
