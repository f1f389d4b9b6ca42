import type { QueryClient } from '@tanstack/react-query';
import { jobFromAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import type { MendingField } from '#src/model/restore-option.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { sentChoicesOf, storedMade } from '#src/wizard/draft/sent.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { begin } from '#src/datasources/begin.ts';
import { FIRST_STEP, LAST_STEP } from '#src/wizard/steps/task-steps.ts';

/** Where a new draft is opened: its step, and the field that takes the focus. */
export interface DraftPlace {
  readonly draftId: string;
  readonly step: string;
  readonly field: MendingField | null;
}

/**
 * A new draft like the one that led to a job. With the same choices if this browser started it; else with its
 * VM, as no job names its restore point; else empty. Review evaluates it anew. It opens at the field that
 * fixes the restore, once everything before that is selected.
 */
export async function draftAgain(
  address: string,
  mending: MendingField | null,
  queries: QueryClient,
): Promise<DraftPlace> {
  const id = jobFromAddress(address);
  if (id === null) return { draftId: (await begin({})).draftId, step: FIRST_STEP, field: null };
  const draft = draftOfJob(id);
  if (draft !== null) {
    const unread = { confirmReplace: null, consequenceRead: false, warningsRead: false };
    const { draftId, task } = await begin({ ...sentChoicesOf(draft), ...unread });
    // What the restore before has created is there for the next one, too.
    changeDraft(draftId, (begun) => ({ ...begun, madeGroups: storedMade(draft) }));
    const step = mending === null ? null : task.stepWith(mending);
    return { draftId, step: step ?? LAST_STEP, field: mending };
  }
  const choices = await choicesOf(id, queries);
  const { draftId, task } = await begin(choices);
  const step = choices.instance === null ? null : task.stepWith('point');
  return { draftId, step: step ?? FIRST_STEP, field: null };
}

/** What a job implies for another restore of its instance. */
async function choicesOf(id: ResourceId, queries: QueryClient) {
  const owner = ownerOf(id);
  const spec = owner && (await codeOf(owner, owner.jobSpec));
  const instance = await queries
    .query({ ...jobQuery(id), staleTime: 'static' })
    .then(async (job) => (await spec?.instanceOf(job)) ?? null)
    .catch(() => null);
  return { instance, ...spec?.choicesOf(id) };
}
