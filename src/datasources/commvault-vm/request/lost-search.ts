import { vmOf } from '#src/api/commvault/home.ts';
import { lostCommvaultRestoreQuery } from '#src/api/commvault/restores.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { commvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { sentChoicesOf } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/press.ts';

/** The look for the job of a restore, by the request ID in its description, else by VM and name. */
export function searchFor(draft: Draft, attempt: LookedFor): LostSearchQuery {
  const { instance, vmName } = commvaultChoices(sentChoicesOf(draft));
  const { host = '', name: guid = '' } = vmOf(instance ?? '') ?? {};
  return lostCommvaultRestoreQuery({
    ...pressOf(attempt),
    host,
    guid,
    newName: vmName ?? '',
  });
}
