import { readSource, type SourceAtPress } from '#src/datasources/azure-vm/plan/source-at-press.ts';
import { isStepId, type VmStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';
import { draftOfJob, sentChoicesOf } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { overview } from '#src/strings/overview.ts';
import { QUESTIONS, vmChoices, type VmDraft } from '#src/datasources/azure-vm/choices/schema.ts';
import { answerText } from '#src/datasources/azure-vm/choices/answer-text.ts';

/** What only the draft of a restore knows of its target; null: not chosen, as for the own subscription. */
export interface SentRestore {
  readonly subscriptionId: string | null;
  /** It was sent with an identity of the vault’s. */
  readonly hasIdentity: boolean;
  /** By which Azure support finds the request; null in drafts of before. */
  readonly requestId: string | null;
  /** Ids of the steps that were left to do at the press; those of rules that are gone are left out. */
  readonly nextSteps: readonly VmStepId[];
  /** The restore as commands need it; null in drafts of before. */
  readonly plan: string | null;
  /** The source as it was at the press; null: not known here. */
  readonly source: SourceAtPress | null;
}

/** The restore that became a job, as it was sent; null if another browser started it. */
export function sentRestore(jobId: string): SentRestore | null {
  const draft = draftOfJob(jobId);
  if (draft === null) return null;
  const { subscription, identity } = vmChoices(sentChoicesOf(draft));
  return {
    subscriptionId: subscription,
    requestId: attemptOf(draft.submission)?.clientRequestId ?? null,
    nextSteps: (draft.nextSteps ?? []).filter(isStepId),
    hasIdentity: identity !== 'none',
    plan: draft.plan ?? null,
    source: readSource(draft.source),
  };
}

/**
 * The answers given before the restore that became a job was sent, each with its question; empty if another
 * browser started it.
 */
export function sentAnswers(jobId: string): [question: string, answer: string][] {
  const draft = draftOfJob(jobId);
  if (draft === null) return [];
  const sent = vmChoices(sentChoicesOf(draft));
  return [
    ...causeFacts(draft),
    ...QUESTIONS.flatMap((question): [string, string][] => {
      const answer = answerText(question, sent);
      return answer === null ? [] : [[aboutMachine.questions[question], answer]];
    }),
  ];
}

/** Why a restore was started, as the person reported; empty without an answer. */
export function causeFacts({ cause }: Pick<VmDraft, 'cause'>): [label: string, value: string][] {
  if (cause === undefined) return [];
  const { scenario, before } = cause;
  return [
    [overview.whatHappened.title, overview.scenarios[scenario].name],
    ...(before === null
      ? []
      : [
          [overview.whatHappened.goodUntil, dateTimeText(instant(before))] satisfies [
            string,
            string,
          ],
        ]),
  ];
}
