import { mountedNoteOf, openPressOn } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { chosenPointId } from '#src/datasources/azure-vm/files/point-id.ts';
import { UnmountSection } from '#src/datasources/azure-vm/files/session/UnmountSection.tsx';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId, sameId } from '#src/model/resource-id.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { draftsHere } from '#src/wizard/draft/store.ts';
import { mountingDraft } from '#src/wizard/sessions.ts';

/** Says that the restore point is mounted or may be, by whom as far as that is known, and offers to end it. */
export function MountedNotes({ view }: { readonly view: FileView }) {
  const { draft, reads } = view;
  const { session } = draft;
  const { points } = reads;
  const pointId = chosenPointId(draft.choices);
  const mounting = mountingDraft(pointId);
  const known = {
    session,
    isOfPoint: sameId(session?.pointId, pointId),
    isOfOtherDraft: mounting !== null && mounting !== draft.id,
    press: openPressOn(pointId, draftsHere(), now()),
    isMounted: chosenPoint(view)?.isMounted,
    readAt: points.state === 'known' ? points.at : undefined,
  };
  const note = mountedNoteOf(known, now());
  const machine = nameOfDraft(draft) ?? '';
  return (
    <>
      {note !== null && (
        <Notice intent="warning" title={note.title}>
          {note.body}
        </Notice>
      )}
      {session !== undefined && session.endedAt === undefined && (
        <UnmountSection
          point={{ pointId: resourceId(session.pointId), machine, since: session.since }}
        />
      )}
    </>
  );
}
