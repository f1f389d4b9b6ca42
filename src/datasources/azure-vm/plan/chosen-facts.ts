import { wizard } from '#src/strings/wizard.ts';
import { QUESTIONS } from '#src/datasources/azure-vm/choices/schema.ts';
import { questionsOf } from '#src/datasources/azure-vm/choices/questions.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { causeFacts } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import { elsewhereText } from '#src/datasources/azure-vm/plan/place-text.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import type { Line } from '#src/wizard/fields/field.ts';
import { reviewLines } from '#src/wizard/fields/review-lines.ts';

/** Every field that a draft's restore has, with what was chosen in it. */
export function chosenFacts(view: DraftView): Line[] {
  const { shown, reads } = view;
  const hidden = new Set<string>(view.hidden);
  // What was answered of the machine, and matters no more, has no line.
  const applicable = questionsOf(view);
  for (const question of QUESTIONS) if (!applicable.includes(question)) hidden.add(question);
  const given = { choices: shown, reads };
  const lines = reviewLines(FIELDS, shown, given, (field) => hidden.has(field));
  const elsewhere = elsewhereText(view).map((text): Line => [wizard.region.label, text]);
  return [
    ...causeFacts(view.draft),
    // The region that the point is restored to stands behind it.
    ...lines.flatMap(([field, line]) => (field === 'point' ? [line, ...elsewhere] : [line])),
  ];
}
