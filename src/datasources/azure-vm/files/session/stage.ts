import { fileSession } from '#src/strings/file-session.ts';
import type { SessionState } from '#src/datasources/azure-vm/files/session/use-session-state.ts';
import type { Submission } from '#src/wizard/draft/submission.ts';
import type { StageWords } from '#src/wizard/submitted/stage-of.ts';

/**
 * How far a press of Get the script has come. `unknown`: the request might have arrived. What a mounted point is
 * called depends on its session, see {@link mountedWords}.
 */
type ScriptStage =
  | { readonly kind: 'underWay' | 'unknown'; readonly words: StageWords }
  | { readonly kind: 'mounted' };

const { stage, ready } = fileSession;

const UNKNOWN: ScriptStage = {
  kind: 'unknown',
  words: { tone: 'warning', title: stage.lost.title, lines: [stage.lost.body] },
};

const underWay = (title: string, ...lines: readonly string[]): ScriptStage => ({
  kind: 'underWay',
  words: { tone: 'running', title, lines },
});

/** The stage of a submission. One whose tab is gone may have arrived. */
export function scriptStageOf(sent: Submission, isSenderGone: boolean): ScriptStage {
  switch (sent.state) {
    case 'sending':
      return isSenderGone ? UNKNOWN : underWay(stage.sending.title, stage.sending.body);
    case 'accepted':
      return sent.operation === null
        ? UNKNOWN
        : underWay(stage.accepted.title, stage.accepted.body, stage.accepted.safe);
    case 'lost':
      return UNKNOWN;
    case 'mounted':
      return { kind: 'mounted' };
    case 'preparing':
    case 'none':
    case 'refused':
    case 'notSent':
    case 'job':
      return underWay(stage.preparing.title, stage.preparing.body);
  }
}

/** The heading of a session: what is there of its script, or that it is over. */
export function mountedWords({ phase, outcome }: SessionState): StageWords {
  if (phase === 'unmounted') return { tone: 'done', title: ready.unmountedTitle, lines: [] };
  if (phase === 'expired') return { tone: 'warning', title: ready.overTitle, lines: [] };
  return outcome?.kind === 'mount'
    ? { tone: 'done', title: ready.title, lines: [] }
    : { tone: 'running', title: ready.mountedTitle, lines: [] };
}
