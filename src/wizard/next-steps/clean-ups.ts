import * as z from 'zod/mini';
import { now } from '#src/lib/clock.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { instant } from '#src/lib/time.ts';
import type { AfterAction } from '#src/model/next-steps.ts';

/** What this browser deleted of what a restore had left over, each once it was read as gone. */

const stored = storedValues(
  'clean-ups.',
  z.array(z.object({ id: z.string(), sentence: z.string(), at: z.number() })),
);

const actions = (jobId: string) => stored.read(jobId.toLowerCase()) ?? [];

/** Writes down that a leftover resource of a job is gone; nothing where that is known already. */
export function noteCleanUp(jobId: string, id: string, sentence: string): void {
  const before = actions(jobId);
  if (before.some((one) => one.id === id)) return;
  stored.write(jobId.toLowerCase(), [...before, { id, sentence, at: now() }]);
}

export const cleanUpsOf = (jobId: string): AfterAction[] =>
  actions(jobId).map(({ id, sentence, at }) => ({
    id,
    kind: 'delete',
    sentence,
    state: 'done',
    at: instant(at),
    machineId: null,
    check: null,
  }));

export const onCleanUps = stored.listen;
