import { textInSentence } from '#src/lib/visible-text.ts';

/** A text on a line that may be too short for it: a tooltip has all of it. */
export function CutText({ text }: { readonly text: string }) {
  const whole = textInSentence(text);
  return <span title={whole}>{whole}</span>;
}
