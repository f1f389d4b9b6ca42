import * as z from 'zod/mini';
import { readEntry } from '#src/lib/storage.ts';
import { instant } from '#src/lib/time.ts';

/** What the browser stores of Azure's answers, so that a reload loses nothing. */

/** A moment, as its epoch milliseconds. */
export const storedInstant = z.pipe(
  z.number(),
  z.transform((ms) => instant(ms)),
);

/** What an entry holds; null: there is none, or none that can be read. */
export function storedEntry<Kept>(name: string, schema: z.ZodMiniType<Kept>): Kept | null {
  const entry = readEntry(name);
  if (!entry.ok || entry.value === null) return null;
  try {
    return schema.safeParse(JSON.parse(entry.value)).data ?? null;
  } catch {
    return null;
  }
}
