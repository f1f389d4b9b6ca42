import { armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { wait } from '#src/lib/clock.ts';
import type { Job } from '#src/model/jobs.ts';

/** Maximum wait for a list of existing jobs. */
export const JOBS_READ_MS = 10_000;
/** Maximum wait for everything that others might have changed. */
export const MOST_READ_MS = 30_000;

/** How the jobs of the vault restored from are read. */
export interface JobsOfVault {
  /** The restore jobs that the vault has now. */
  readonly jobsNow: (signal: AbortSignal) => Promise<readonly Pick<Job, 'id'>[]>;
}

/** The ids of the vault's jobs; null where they cannot be read in time. @throws where the person is signed out. */
export async function jobsInTime({ jobsNow }: JobsOfVault): Promise<readonly string[] | null> {
  try {
    const jobs = await inTime(JOBS_READ_MS, null, jobsNow);
    return jobs?.map(({ id }) => id) ?? null;
  } catch (error) {
    const facts = armFacts(error);
    if (facts !== null && isSignedOut(facts)) throw error;
    return null;
  }
}

/** The result of a read, or a fallback if it takes too long. */
export async function inTime<Value, Else>(
  ms: number,
  otherwise: Else,
  read: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | Else> {
  const over = new AbortController();
  const tooLate = wait(ms, over.signal).then(() => otherwise);
  try {
    return await Promise.race([read(over.signal), tooLate]);
  } finally {
    over.abort();
  }
}
