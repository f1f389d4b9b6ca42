import { now } from '#src/lib/clock.ts';
import { sameId } from '#src/model/resource-id.ts';
import { changeDraft, draftsHere } from '#src/wizard/draft/store.ts';

/** The sessions of file recovery that were started in this browser: each is kept with its draft. */

/** Notes that Azure reported a point as not mounted: every session of it has ended. */
export function noteUnmounted(pointId: string): void {
  for (const { id, session } of draftsHere()) {
    if (session?.endedAt !== undefined || !sameId(session?.pointId, pointId)) continue;
    changeDraft(id, (draft) => ({
      ...draft,
      session: draft.session && { ...draft.session, endedAt: draft.session.endedAt ?? now() },
    }));
  }
}
