import { countText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { common } from '#src/strings/common.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import { troubleText } from '#src/wizard/draft/trouble-text.ts';
import type { Look } from '#src/wizard/preflight/check.ts';

/** What a line says of something that a cut list lacks; null where the list is whole. */
export function notInPart(read: Read<readonly unknown[]>): Look | null {
  const list = known(read);
  if (list === undefined || !isCut(list)) return null;
  return { state: 'notChecked', found: common.notInCut(countText(list.length)) };
}

/** What a line says while a read is not known, and the way to ask again; null once it is. */
export function unread(read: Read<unknown>, what: string): Look | null {
  switch (read.state) {
    case 'known':
      return null;
    case 'loading':
      return { state: 'checking', found: common.reading(what) };
    case 'not asked':
      return { state: 'notChecked', found: preflight.waits };
    case 'forbidden':
    case 'failed':
      return {
        state: 'notChecked',
        found: troubleText(read, what),
        remedies:
          read.trouble === undefined ? [] : [{ kind: 'again', what, go: read.trouble.readAgain }],
      };
  }
}
