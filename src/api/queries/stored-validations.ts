import * as z from 'zod/mini';
import { storedOperation } from '#src/api/arm/operation.ts';
import { storedEntry, storedInstant } from '#src/api/arm/stored-entry.ts';
import { now } from '#src/lib/clock.ts';
import { writeEntry } from '#src/lib/storage.ts';

/** How the validations of drafts stand, kept in the browser so that a reload loses none. */

const storedValidation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('running'),
    restoreText: z.string(),
    since: storedInstant,
    operation: storedOperation,
  }),
  z.object({
    kind: z.literal('done'),
    restoreText: z.string(),
    at: storedInstant,
    problems: z.readonly(
      z.array(
        z.object({
          code: z.string(),
          message: z.string(),
          recommendations: z.readonly(z.array(z.string())),
        }),
      ),
    ),
  }),
]);
/** One that Azure works on, or has answered. */
export type StoredValidation = z.output<typeof storedValidation>;

const byDraft = z.record(z.string(), storedValidation);

const NAME = 'validations';
/** An answer of yesterday says nothing of today, and Azure has forgotten its operation (ours). */
const STORED_FOR_MS = 24 * 60 * 60_000;

/** Stored status of the latest validation of a draft; null: none, or too old. */
export function storedValidationOf(draftId: string): StoredValidation | null {
  return allStored()[draftId] ?? null;
}

/** Stores the status of the validation of a draft in place of the one before; null clears it. */
export function keepValidation(draftId: string, validation: StoredValidation | null): void {
  const { [draftId]: _, ...others } = allStored();
  const stored = validation === null ? others : { ...others, [draftId]: validation };
  // Where nothing can be stored it is known in this page alone.
  writeEntry(NAME, JSON.stringify(stored));
}

function allStored(): Readonly<Record<string, StoredValidation>> {
  const all = Object.entries(storedEntry(NAME, byDraft) ?? {});
  return Object.fromEntries(all.filter(([, one]) => isOfToday(one)));
}

/** A moment that is still to come is of a clock that was put back. */
function isOfToday(one: StoredValidation): boolean {
  const age = now() - (one.kind === 'running' ? one.since : one.at);
  return age >= 0 && age < STORED_FOR_MS;
}
