import { sourceOf } from '#src/datasources/azure-vm/facts.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import type { Question } from '#src/datasources/azure-vm/choices.ts';

/** A question without an answer, and how many warnings depend on it. */
export interface OpenQuestion {
  readonly question: Question;
  readonly warnings: number;
}

/** The questions that warnings wait for, each once, whatever the number of its warnings. Pure. */
export function openQuestions(unanswered: readonly NotChecked[]): OpenQuestion[] {
  const waiting = unanswered.flatMap(({ fact }) => {
    const source = sourceOf(fact);
    return source.from === 'operator' ? [source.question] : [];
  });
  return [...new Set(waiting)].map((question) => ({
    question,
    warnings: waiting.filter((one) => one === question).length,
  }));
}
