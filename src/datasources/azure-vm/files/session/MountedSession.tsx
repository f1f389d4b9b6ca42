import { Button } from '@fluentui/react-components';
import { recordOf } from '#src/actions/record.ts';
import { unmountId } from '#src/datasources/azure-vm/files/unmount.ts';
import { ScriptSteps } from '#src/datasources/azure-vm/files/session/ScriptSteps.tsx';
import { SessionClock } from '#src/datasources/azure-vm/files/session/SessionClock.tsx';
import type { SessionState } from '#src/datasources/azure-vm/files/session/use-session-state.ts';
import { UnmountSection } from '#src/datasources/azure-vm/files/session/UnmountSection.tsx';
import { disksInstead, pointText } from '#src/datasources/azure-vm/files/plan.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import type { Mount, NoMount } from '#src/model/file-recovery.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { Part } from '#src/ui/Part.tsx';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';

const words = fileSession.ready;

const LazyTroubles = lazyPart(
  () => import('#src/datasources/azure-vm/files/session/TroubleTable.tsx'),
  'TroubleTable',
);

export interface MountedSessionProps {
  readonly view: FileView;
  readonly state: SessionState;
  /** Leads back to Review, where a new request can be sent. */
  readonly onAgain: () => void;
}

/** A session from its script to its end. The password is there until the tab is reloaded, and nowhere else. */
export function MountedSession({ view, state, onAgain }: MountedSessionProps) {
  const { column } = useCommonStyles();
  const { draft } = view;
  const { session } = draft;
  const { phase, outcome } = state;
  if (session === undefined) return null;
  const isOver = phase === 'expired' || phase === 'unmounted';
  const hasSteps = !isOver && outcome?.kind === 'mount';
  const machine = nameOfDraft(draft) ?? '';
  const point = { pointId: resourceId(session.pointId), machine, since: session.since };
  return (
    <div className={column}>
      {hasSteps && (
        <span>{words.body(machine, pointText(view) ?? fileSession.plan.somePoint)}</span>
      )}
      <SessionClock session={session} />
      {outcome?.kind === 'none' ? (
        <NoScript why={outcome.why} view={view} isUnmounted={phase === 'unmounted'} />
      ) : (
        !isOver && <Script mount={outcome?.mount ?? null} onAgain={onAgain} />
      )}
      {/* What was read as not mounted isn't offered for it; what was carried out here stays in view. */}
      {(phase !== 'unmounted' || recordOf(unmountId(point)) !== null) && (
        <UnmountSection point={point} title={hasSteps ? words.unmount.lastStep : undefined} />
      )}
      {outcome?.kind !== 'none' && (isOver || outcome !== null) && (
        <Button onClick={onAgain}>{words.again}</Button>
      )}
      <Part what={fileSession.troubles.what}>
        <LazyTroubles />
      </Part>
    </div>
  );
}

interface ScriptProps {
  /** Null: this tab no longer has it. */
  readonly mount: Mount | null;
  readonly onAgain: () => void;
}

/** The script and what to do with it. */
function Script({ mount, onAgain }: ScriptProps) {
  if (mount !== null) return <ScriptSteps mount={mount} />;
  return (
    <Notice
      intent="warning"
      title={words.lostPassword.title}
      actions={<Button onClick={onAgain}>{words.lostPassword.again}</Button>}
    >
      {words.lostPassword.body}
    </Notice>
  );
}

interface NoScriptProps {
  readonly why: NoMount;
  readonly view: FileView;
  readonly isUnmounted: boolean;
}

/** That the answer can't be used, and the other way to the files: another request would be answered alike. */
function NoScript({ why, view, isUnmounted }: NoScriptProps) {
  const disks = disksInstead(view);
  const { unusable } = words;
  return (
    <Notice
      intent="warning"
      title={unusable[why]}
      actions={
        disks !== null && (
          <RouterButton to="/restore/new" search={disks} preload={false}>
            {unusable.disks}
          </RouterButton>
        )
      }
    >
      {unusable.instead}
      {!isUnmounted && ` ${unusable.mounted}`}
    </Notice>
  );
}
