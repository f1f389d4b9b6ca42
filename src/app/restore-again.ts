import type { QueryClient } from '@tanstack/react-query';
import { jobFromAddress } from '#src/api/arm/address.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/session.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { listInstancePage } from '#src/api/recovery-services/protected-items/list.ts';
import { isDiskJob } from '#src/model/data-protection.ts';
import { BY_NAME, datasourceOf, EVERYTHING } from '#src/model/instance-list.ts';
import type { MendingField } from '#src/model/mending.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/secondary-job.ts';
import { askedOf, draftOfJob } from '#src/wizard/draft/drafts.ts';
import { stepWith } from '#src/wizard/draft/step-ids.ts';
import { createDraft } from '#src/wizard/draft/store.ts';

/** Where a new draft is opened: its step, and the field that takes the focus. */
interface DraftPlace {
  readonly draftId: string;
  readonly step: string;
  readonly field: MendingField | null;
}

/**
 * A new draft like the one that led to a job. With the same choices where this browser began it; else
 * with its machine, as no job names its restore point; else with nothing. Review judges it anew. It is
 * opened at what mends it, once all before that is chosen.
 */
export async function draftAgain(
  address: string,
  mending: MendingField | null,
  queries: QueryClient,
): Promise<DraftPlace> {
  const id = jobFromAddress(address);
  if (id === null) return { draftId: createDraft({}), step: 'datasource', field: null };
  const draft = draftOfJob(id);
  if (draft !== null) {
    const unread = { confirmReplace: null, consequenceRead: false, warningsRead: false };
    const asked = { ...askedOf(draft), ...unread };
    const step = mending === null ? 'review' : (stepWith(mending) ?? 'review');
    return { draftId: createDraft(asked), step, field: mending };
  }
  const instance = await instanceOf(id, queries).catch(() => null);
  return {
    draftId: createDraft({ instance, ...kindOf(id) }),
    step: instance === null ? 'datasource' : 'restore-point',
    field: null,
  };
}

/** What a job's id says of its restore. */
function kindOf(id: ResourceId) {
  if (datasourceOf(id) === 'disk') return { datasource: 'azure-disk' } as const;
  const isSecondary = secondaryJobOf(id) !== null;
  return isSecondary ? ({ datasource: 'azure-vm', regionView: 'secondary' } as const) : {};
}

/**
 * The protected item that a job is about. A disk's job names it; a machine's tells its name alone:
 * null where two go by it.
 */
async function instanceOf(id: ResourceId, queries: QueryClient): Promise<ResourceId | null> {
  const job = await queries.query({ ...jobQuery(id), staleTime: 'static' });
  if (isDiskJob(job)) return job.instanceId === '' ? null : job.instanceId;
  const { itemName } = job;
  const filter = { ...EVERYTHING, search: itemName, vaults: [resourceId(vaultIdOf(id) ?? '')] };
  const wanted = { filter, order: BY_NAME, start: { skip: 0 }, top: 100 };
  const { rows } = await listInstancePage(session(), wanted);
  const named = rows.filter(
    ({ friendlyName }) => friendlyName.toLowerCase() === itemName.toLowerCase(),
  );
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
