import { common } from '#src/strings/common.ts';
import { preflight } from '#src/strings/preflight.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import { troubleText } from '#src/wizard/draft/trouble-text.ts';
import type { Look } from '#src/wizard/preflight/check.ts';

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
