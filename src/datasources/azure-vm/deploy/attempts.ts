import * as z from 'zod/mini';
import { now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, writeEntry } from '#src/lib/storage.ts';
import { sameId } from '#src/model/resource-id.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

/** One deployment of a job's template. Its name is used once: what Azure has under it is this attempt. */
const attempt = z.object({
  /** Id of the deployment. */
  id: z.string(),
  /** Epoch milliseconds of the press. */
  at: z.number(),
  /** `sent`: no answer has come yet, or none that says what came of it. `refused`: nothing was started. */
  state: z.enum(['sent', 'started', 'refused']),
});
export type Attempt = z.infer<typeof attempt>;

const attemptsOf = z.array(attempt);

const nameOf = (jobId: string): string => `deployments.${jobId.toLowerCase()}`;

const listeners = newListeners();
const known = new Map<string, readonly Attempt[]>();
onNewVisit(() => {
  known.clear();
});

/** The attempts to deploy a job's template in this browser, the oldest first. The same array until it changes. */
export function attempts(jobId: string): readonly Attempt[] {
  const name = nameOf(jobId);
  const before = known.get(name);
  if (before !== undefined) return before;
  const read = stored(name);
  known.set(name, read);
  return read;
}

/**
 * The name of the next attempt: `rc-`, the draft or else the job, and its number, which is higher where
 * the resource group has such names, as of another browser.
 */
export function nextName(jobId: string, taken: readonly string[]): string {
  const source = draftOfJob(jobId)?.id ?? jobId.split('/').at(-1) ?? '';
  const start = `rc-${source.replaceAll(/[^\w-]/g, '').slice(0, 40)}-`;
  let number = attempts(jobId).length + 1;
  while (taken.some((one) => sameId(one, `${start}${String(number)}`))) number += 1;
  return `${start}${String(number)}`;
}

/** The number of an attempt, by its name. */
export const numberOf = (id: string): number => Number(id.split('-').at(-1));

/** Writes down that an attempt is about to be sent. */
export function noteSent(jobId: string, id: string): void {
  keep(jobId, [...attempts(jobId), { id, at: now(), state: 'sent' }]);
}

/** Writes down what came of an attempt. */
export function noteOutcome(jobId: string, id: string, state: 'started' | 'refused'): void {
  const changed = attempts(jobId).map((one) => (one.id === id ? { ...one, state } : one));
  keep(jobId, changed);
}

export function onAttempts(listener: () => void): () => void {
  const stopOwn = listeners.listen(listener);
  const stopForeign = onForeignEntry((name) => {
    if (name === null) known.clear();
    else known.delete(name);
    listener();
  });
  return () => {
    stopOwn();
    stopForeign();
  };
}

function keep(jobId: string, all: readonly Attempt[]): void {
  const name = nameOf(jobId);
  known.set(name, all);
  writeEntry(name, JSON.stringify(all));
  listeners.tell();
}

function stored(name: string): readonly Attempt[] {
  const entry = readEntry(name);
  if (!entry.ok) return known.get(name) ?? [];
  try {
    const read = z.safeParse(attemptsOf, JSON.parse(entry.value ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}
