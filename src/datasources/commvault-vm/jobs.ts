import { vmOf } from '#src/api/commvault/home.ts';
import { lostCommvaultRestoreQuery, startedQuery } from '#src/api/commvault/restores.ts';
import type { AcceptedRestoreQuery, LostSearchQuery } from '#src/api/queries/restores.ts';
import { commvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';
import { sentChoicesOf } from '#src/wizard/draft/sent.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/follow.ts';

/** Follows an accepted restore until its CommServe knows the job. */
export const acceptedCommvaultQuery = ({ operation }: AcceptedRequest): AcceptedRestoreQuery =>
  startedQuery(operation);

/** What is known of a restore whose job is missing: its job is found by the request ID in its description, else by VM and name. */
export function commvaultSearchOf(draft: Draft, attempt: LookedFor) {
  const { instance, vmName } = commvaultChoices(sentChoicesOf(draft));
  const { host = '', name: guid = '' } = vmOf(instance ?? '') ?? {};
  return {
    ...pressOf(attempt),
    host,
    guid,
    newName: vmName ?? '',
  };
}

/** The look for it. */
export const lostCommvaultSearch = (draft: Draft, attempt: LookedFor): LostSearchQuery =>
  lostCommvaultRestoreQuery(commvaultSearchOf(draft, attempt));
