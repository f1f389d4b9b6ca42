import type { MountOutcome } from '#src/api/recovery-services/files.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';

/**
 * What the latest answers with scripts came to, by draft. There is a password in each, so they live in the
 * memory of one tab: no storage, no address and no export has them, and a reload forgets them.
 */
const held = new Map<string, MountOutcome>();
const listeners = newListeners();
onNewVisit(() => held.clear());

/** What the latest answer to a draft came to; null: this tab doesn't have it. */
export const heldMount = (draftId: string): MountOutcome | null => held.get(draftId) ?? null;

export function holdMount(draftId: string, outcome: MountOutcome): void {
  held.set(draftId, outcome);
  listeners.tell();
}

/** Forgets the password of a session that is over. */
export function dropMount(draftId: string): void {
  if (held.delete(draftId)) listeners.tell();
}

/** Calls back after every change. Returns the way to stop. */
export const onHeldMounts = listeners.listen;
