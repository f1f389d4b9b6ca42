import { acceptedFiles } from '#src/datasources/azure-vm/files/accepted.ts';
import { LostScript } from '#src/datasources/azure-vm/files/session/LostScript.tsx';
import { MountedSession } from '#src/datasources/azure-vm/files/session/MountedSession.tsx';
import { mountedWords, scriptStageOf } from '#src/datasources/azure-vm/files/session/stage.ts';
import { useSessionState } from '#src/datasources/azure-vm/files/session/use-session-state.ts';
import type { FileStepId } from '#src/datasources/azure-vm/files/steps.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { instant } from '#src/lib/time.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { openForScript } from '#src/wizard/submit/follow.ts';
import { AcceptedTrouble } from '#src/wizard/submitted/AcceptedTrouble.tsx';
import { CallOff } from '#src/wizard/submitted/CallOff.tsx';
import { Elapsed } from '#src/wizard/submitted/Elapsed.tsx';
import { Stage } from '#src/wizard/submitted/Stage.tsx';
import { useIsSenderGone } from '#src/wizard/submitted/use-sender-gone.ts';
import type { StepProps } from '#src/wizard/task.ts';

const words = fileSession.stage;

/** What is shown once the request for a script was sent: where the request has come to, then the session. */
export function FileSession({ view, goTo }: StepProps<FileView, FileStepId>) {
  const { draft } = view;
  const { submission: sent } = draft;
  const stage = scriptStageOf(sent, useIsSenderGone(draft));
  const state = useSessionState(draft);
  const onAgain = () => {
    openForScript(draft.id);
    goTo('review');
  };
  return (
    <Stage {...(stage.kind === 'mounted' ? mountedWords(state) : stage.words)}>
      {'sentAt' in sent && stage.kind === 'underWay' && (
        <KeyFacts
          facts={[[words.accepted.elapsed, <Elapsed key="elapsed" since={instant(sent.sentAt)} />]]}
        />
      )}
      {sent.state === 'preparing' && <CallOff draftId={draft.id} />}
      {sent.state === 'accepted' && sent.operation !== null && (
        <AcceptedTrouble
          what={words.accepted.what}
          query={acceptedFiles({
            instance: draft.choices.instance ?? '',
            operation: sent.operation,
          })}
        />
      )}
      {stage.kind === 'unknown' && <LostScript view={view} onAgain={onAgain} />}
      {stage.kind === 'mounted' && <MountedSession view={view} state={state} onAgain={onAgain} />}
    </Stage>
  );
}
