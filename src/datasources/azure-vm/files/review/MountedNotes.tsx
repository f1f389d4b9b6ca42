import { UnmountSection } from '#src/datasources/azure-vm/files/session/UnmountSection.tsx';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';

const words = fileSession.review;

/** Says that a script was made before, by this draft or elsewhere, and offers to end what it has mounted. */
export function MountedNotes({ view }: { readonly view: FileView }) {
  const { session } = view.draft;
  const point = chosenPoint(view);
  const machine = nameOfDraft(view.draft) ?? '';
  if (session !== undefined && session.endedAt === undefined) {
    const { pointId, since } = session;
    return (
      <>
        <Notice intent="warning" title={words.running.title}>
          {words.running.body}
        </Notice>
        <UnmountSection point={{ pointId: resourceId(pointId), machine, since }} />
      </>
    );
  }
  if (point?.isMounted !== true) return null;
  return (
    <Notice intent="warning" title={words.elsewhere.title}>
      {words.elsewhere.body}
    </Notice>
  );
}
