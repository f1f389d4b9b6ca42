import { mountedNoteOf, openPressOn } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { chosenPointId } from '#src/datasources/azure-vm/files/point-id.ts';
import { UnmountSection } from '#src/datasources/azure-vm/files/session/UnmountSection.tsx';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { draftsHere } from '#src/wizard/draft/store.ts';

/** Says that the restore point is mounted or may be, by whom as far as that is known, and offers to end it. */
export function MountedNotes({ view }: { readonly view: FileView }) {
  const { draft, reads } = view;
  const { session } = draft;
  const { points } = reads;
  const known = {
    session,
    press: openPressOn(chosenPointId(draft.choices), draftsHere(), now()),
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
