import { fileSession } from '#src/strings/file-session.ts';
import type { Submission } from '#src/wizard/draft/submission.ts';
import type { StageWords } from '#src/wizard/submitted/stage-of.ts';

/** How far a press of Get the script has come. `unknown`: the request might have arrived. */
interface ScriptStage {
  readonly kind: 'underWay' | 'unknown' | 'mounted';
  readonly words: StageWords;
}

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
      return { kind: 'mounted', words: { tone: 'done', title: ready.title, lines: [] } };
    case 'preparing':
    case 'none':
    case 'refused':
    case 'notSent':
    case 'job':
      return underWay(stage.preparing.title, stage.preparing.body);
  }
}
