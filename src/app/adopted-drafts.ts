import { loadCode } from '#src/lib/load.ts';
import { hasUnownedEntries, readEntry, removeEntry, writeEntry } from '#src/lib/storage.ts';

const NAME = 'adopted';

/** How many drafts the owner was given, until the notice of it is dismissed. */
export function adoptedDrafts(): number {
  const entry = readEntry(NAME);
  const many = entry.ok ? Number(entry.value) : 0;
  return Number.isSafeInteger(many) && many > 0 ? many : 0;
}

/** Dismisses the notice: it is shown once. */
export function forgetAdopted(): void {
  removeEntry(NAME);
}

/** Gives the owner the drafts of the time before drafts had one. Loads its code only where there are any. */
export async function adoptBefore(): Promise<void> {
  if (!hasUnownedEntries()) return;
  const { adoptDrafts } = await loadCode(() => import('#src/wizard/draft/drafts.ts'));
  const many = adoptDrafts();
  if (many > 0) writeEntry(NAME, String(many + adoptedDrafts()));
}
