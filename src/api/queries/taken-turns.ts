import * as z from 'zod/mini';
import { keptInstant } from '#src/api/arm/kept.ts';
import { readEntry, writeEntry } from '#src/lib/storage.ts';
import type { Instant } from '#src/lib/time.ts';
import { ofLastMinute } from '#src/lib/turns.ts';

/** When reads of running jobs began: kept in the browser, for all its tabs have one budget. */

const KEY = 'restore-center.turns';
const moments = z.array(keptInstant);

let inThisTab: readonly Instant[] = [];
let isInTabOnly = false;

/** The reads of the last minute in all tabs, the oldest first. */
export function takenTurns(at: Instant): readonly Instant[] {
  return ofLastMinute(isInTabOnly ? inThisTab : stored(), at);
}

/** A read begins at a moment. */
export function noteTurn(at: Instant): void {
  keep([...takenTurns(at), at]);
}

/** None counts any more. */
export function forgetTurns(): void {
  keep([]);
}

/** Where nothing can be stored each tab counts its own. */
function keep(turns: readonly Instant[]): void {
  inThisTab = turns;
  isInTabOnly = !writeEntry(KEY, JSON.stringify(turns)).ok;
}

function stored(): readonly Instant[] {
  const entry = readEntry(KEY);
  if (!entry.ok) return inThisTab;
  try {
    const turns = moments.safeParse(JSON.parse(entry.value ?? '[]')).data ?? [];
    return turns.toSorted((a, b) => a - b);
  } catch {
    return [];
  }
}
