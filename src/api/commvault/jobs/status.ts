import type { JobStatus } from '#src/model/jobs.ts';

/**
 * The words of a CommServe (commvault.md §2.4). `Failed to Start` is an end and `Kill Pending` is none; what
 * `Abnormal Terminated Cleanup` means isn’t documented. V4 writes them in capitals with underscores.
 */
const WORDS: readonly (readonly [RegExp, JobStatus])[] = [
  [/^kill pending/, 'cancelling'],
  [/^(queued|waiting|pending|running|suspend|interrupt)/, 'inProgress'],
  [/^completed$/, 'completed'],
  [/^(completed with|committed)/, 'completedWithWarnings'],
  [/^failed/, 'failed'],
  [/^killed/, 'cancelled'],
];

/** What a word says of a job. */
export function statusOf(word: string | null): JobStatus {
  const folded = foldedWord(word);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'unknown';
}

/** Whether a job goes on by itself without doing anything now: it is queued, or waits to be tried again. */
export const isWaiting = (word: string | null): boolean =>
  /^(queued|waiting|pending|suspend|interrupt)/.test(foldedWord(word));

/** Whether a backup has ended with something that can be restored. */
export const isPoint = (word: string | null): boolean => foldedWord(word).startsWith('completed');

const foldedWord = (word: string | null): string =>
  (word ?? '').toLowerCase().replaceAll('_', ' ').replace(' w/ ', ' with ');
