import { aboutMachine } from '#src/strings/about-machine.ts';
import { answerText } from '#src/wizard/draft/answer-text.ts';
import { causeFacts } from '#src/wizard/draft/cause-facts.ts';
import { askedOf, draftOfJob } from '#src/wizard/draft/drafts.ts';
import { QUESTIONS } from '#src/wizard/draft/schema.ts';

/**
 * What the person answered before the restore that became a job was sent, each with its question;
 * empty where another browser began it.
 */
export function sentAnswers(jobId: string): [question: string, answer: string][] {
  const draft = draftOfJob(jobId);
  if (draft === null) return [];
  const asked = askedOf(draft);
  return [
    ...causeFacts(draft),
    ...QUESTIONS.flatMap((question): [string, string][] => {
      const answer = answerText(question, asked);
      return answer === null ? [] : [[aboutMachine.questions[question], answer]];
    }),
  ];
}
