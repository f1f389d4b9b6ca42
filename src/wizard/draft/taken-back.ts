import { wizard } from '#src/strings/wizard.ts';
import { choiceText } from '#src/wizard/draft/choice-text.ts';
import { fieldLabel } from '#src/wizard/draft/field-label.ts';
import type { TakenBack } from '#src/wizard/draft/schema.ts';

const words = wizard.takenBack;

/** What was taken back and why, in one line. */
export function takenBackLine({ field, because, was }: TakenBack): string {
  return words.line(chosenIn(field, was), words.because[because]);
}

function chosenIn(field: TakenBack['field'], was: string | undefined): string {
  const label = fieldLabel(field);
  const text = was === undefined ? null : choiceText(field, was);
  if (text === null) return label;
  // A zone's text names its field.
  return field === 'zone' ? text : words.field(label, text);
}
