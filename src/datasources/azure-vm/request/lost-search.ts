import type { Draft } from '#src/wizard/draft/schema.ts';
import { vmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/press.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type LostSearchQuery, restoreSearchQuery } from '#src/api/queries/restores.ts';
import type { PlaceOfJobs, RestoreSearch } from '#src/api/recovery-services/lost-jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { sentChoicesOf } from '#src/wizard/draft/drafts.ts';
import { machineOf } from '#src/datasources/azure-vm/choices/target.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';

/** In which list the job of a machine's restore will be. */
export function placeOfJobs(
  { instance }: VmChoices,
  { secondaryRegion }: Pick<Attempt, 'secondaryRegion'>,
): PlaceOfJobs {
  return { vaultId: resourceId(vaultIdOf(instance ?? '') ?? ''), secondaryRegion };
}

/** What is known of a VM's restore whose job is missing, from the request that was sent. */
export function searchOf(draft: Draft, attempt: LookedFor): RestoreSearch {
  const sent = vmChoices(sentChoicesOf(draft));
  const kind = sent.option ?? 'restoreDisks';
  return {
    ...placeOfJobs(sent, attempt),
    ...pressOf(attempt),
    itemName: machineOf(sent.instance) ?? '',
    kind,
    targetMachine: kind === 'createVm' ? sent.vmName : null,
    targetGroup: kind === 'replaceDisks' ? '' : (sent.rg ?? ''),
  };
}

/** The look for it. */
export const lostSearch = (draft: Draft, attempt: LookedFor): LostSearchQuery =>
  restoreSearchQuery(searchOf(draft, attempt));
