import { changeDraft, draftState } from '#src/wizard/draft/store.ts';
import { isSent } from '#src/wizard/draft/submission.ts';

/**
 * Keeps with a draft at which step the person is, and those that were passed on the way; nothing else of it
 * changes.
 */
export function noteAt(id: string, step: string, passed: readonly string[] = []): void {
  const { draft } = draftState(id);
  if (!draft.ok || isSent(draft.value.submission)) return;
  const { visited = [], at } = draft.value;
  if (at === step && passed.every((one) => visited.includes(one))) return;
  changeDraft(id, (latest) => ({
    ...latest,
    at: step,
    ...(passed.length > 0 && { visited: [...new Set([...(latest.visited ?? []), ...passed])] }),
  }));
}
