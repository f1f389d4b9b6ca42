import { wizard } from '#src/strings/wizard.ts';
import type { TakenBack } from '#src/wizard/draft/schema.ts';

const words = wizard.takenBack;

/** A field and what was chosen in it, in words; `was` is undefined where that was not stored. */
export type ChosenText = (field: TakenBack['field'], was: string | undefined) => string;

/** What was cleared and why, in one line. */
export const takenBackLine = ({ field, because, was }: TakenBack, chosenText: ChosenText): string =>
  words.line(chosenText(field, was), words.because[because]);
