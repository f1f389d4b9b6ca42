import { submission as words } from '#src/strings/submission.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';

/** How far a press of Restore has come, in words. */
export interface StageWords {
  readonly tone: 'running' | 'warning' | 'done';
  readonly title: string;
  readonly lines: readonly string[];
}

/** The stage to show for a submission; null if nothing was sent. One whose tab was closed might have arrived. */
export function stageOf(
  sent: Submission,
  isSenderGone: boolean,
  service: string,
): StageWords | null {
  switch (sent.state) {
    case 'preparing': {
      const { title, step } = words.preparing;
      return { tone: 'running', title, lines: [step[sent.step]] };
    }
    case 'sending': {
      const { title, body } = words.sending;
      return isSenderGone
        ? unknownOutcome(service)
        : { tone: 'running', title, lines: [body(service)] };
    }
    case 'accepted': {
      const { title, body, unseen } = words.accepted;
      const known = sent.operation === null ? unseen(service) : body;
      return { tone: 'running', title, lines: [known, words.safeToClose] };
    }
    case 'lost':
      return unknownOutcome(service);
    case 'job':
      return { tone: 'done', title: words.done.title, lines: [words.done.body] };
    case 'mounted':
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
}

function unknownOutcome(service: string): StageWords {
  const { title, body } = words.noAnswer;
  return { tone: 'warning', title, lines: [body(service)] };
}
