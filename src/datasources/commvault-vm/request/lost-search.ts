import { vmOf } from '#src/api/commvault/id.ts';
import { lostCommvaultRestoreQuery } from '#src/api/commvault/queries/restores.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { commvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { sentChoicesOf } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';
import { pressOf } from '#src/wizard/submit/press.ts';

/** The look for the job of a restore, by its description, else by VM and name. */
export function searchFor(draft: Draft, attempt: Attempt): LostSearchQuery {
  const { instance, vmName } = commvaultChoices(sentChoicesOf(draft));
  const { host = '', name: guid = '' } = vmOf(instance ?? '') ?? {};
  return lostCommvaultRestoreQuery({
    ...pressOf(attempt),
    host,
    guid,
    mark: attempt.clientRequestId,
    newName: vmName ?? '',
  });
}
