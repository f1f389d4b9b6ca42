import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';

const words: Readonly<Record<string, string>> = diskPages.states;

/** How a disk is protected, in our words; a word that nobody knows stands as Azure has it. */
export function diskStateText(state: string): string {
  if (state === '') return common.notReported;
  return words[state.toLowerCase()] ?? state;
}
