import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';

const words: Readonly<Record<string, string>> = diskPages.states;

/** Texts for the protection status of a disk. An unknown status is shown as Azure reports it. */
export function diskStateText(state: string): string {
  if (state === '') return common.notReported;
  return words[state.toLowerCase()] ?? textInSentence(state);
}
