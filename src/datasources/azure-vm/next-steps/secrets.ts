import { onNewVisit } from '#src/lib/page-state.ts';

/** Passwords and keys that were typed: in the memory of this page alone, until they are sent. */
const typed = new Map<string, string>();
onNewVisit(() => typed.clear());

/** Keeps what was typed for one reset, and forgets that of others. */
export function holdSecret(runTag: string, secret: string): void {
  typed.clear();
  typed.set(runTag, secret);
}

/** What was typed for a reset; null: it was sent or forgotten. */
export function takeSecret(runTag: string): string | null {
  const secret = typed.get(runTag) ?? null;
  typed.delete(runTag);
  return secret;
}
