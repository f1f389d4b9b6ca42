import { changeDraft, draftState } from '#src/wizard/draft/store.ts';
import { isSent } from '#src/wizard/draft/submission.ts';

/** Keeps with a draft that the person was at these steps; nothing else of it changes. */
export function noteVisited(id: string, steps: readonly string[]): void {
  const { draft } = draftState(id);
  if (!draft.ok || isSent(draft.value.submission)) return;
  const known = draft.value.visited ?? [];
  if (steps.every((step) => known.includes(step))) return;
  changeDraft(id, (latest) => ({
    ...latest,
    visited: [...new Set([...(latest.visited ?? []), ...steps])],
  }));
}
