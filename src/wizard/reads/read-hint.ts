import { countText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** Why a list is empty or not whole: not read yet, not to be read, longer, or nothing there; undefined when it is neither. */
export function readHint(read: Read<readonly unknown[]>): string | undefined {
  if (read.state !== 'known') return wizard.reads[read.state];
  if (isCut(read.value)) return common.cut(countText(read.value.length));
  return read.value.length === 0 ? wizard.empty : undefined;
}
