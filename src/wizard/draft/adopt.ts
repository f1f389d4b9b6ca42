import { adoptEntries } from '#src/lib/storage.ts';
import { openDrafts, unreadableSent } from '#src/wizard/draft/drafts.ts';
import { draftIdOf } from '#src/wizard/draft/store.ts';

/**
 * Gives the owner what was stored before drafts had one. Returns how many of the adopted drafts a person
 * can still work on.
 */
export function adoptDrafts(): number {
  const ids = new Set(adoptEntries().map(draftIdOf));
  return [...openDrafts(), ...unreadableSent()].filter(({ id }) => ids.has(id)).length;
}
