import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type LostSearchQuery, restoreSearchQuery } from '#src/api/queries/restores.ts';
import type { PlaceOfJobs, RestoreSearch } from '#src/api/recovery-services/jobs/search.ts';
import { instant } from '#src/lib/time.ts';
import type { Press } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { askedOf } from '#src/wizard/draft/drafts.ts';
import { machineOf } from '#src/wizard/draft/machine-of.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';

/** In which list the job of a machine's restore will be. */
export function placeOfJobs(
  { instance }: DraftChoices,
  { secondaryRegion }: Pick<Attempt, 'secondaryRegion'>,
): PlaceOfJobs {
  return { vaultId: resourceId(vaultIdOf(instance ?? '') ?? ''), secondaryRegion };
}

/** The press as those see it who look for its job. */
export function pressOf({ sentAt, before, notOurs }: Attempt): Press {
  return { sentAt: instant(sentAt), before: before ?? null, notOurs: notOurs ?? [] };
}

/** What is known of a machine's restore whose job is looked for, by what was asked for. */
export function searchOf(draft: Draft, attempt: Attempt): RestoreSearch {
  const asked = askedOf(draft);
  const kind = asked.option ?? 'restoreDisks';
  return {
    ...placeOfJobs(asked, attempt),
    ...pressOf(attempt),
    itemName: machineOf({ choices: asked }) ?? '',
    kind,
    targetMachine: kind === 'createVm' ? asked.vmName : null,
    targetGroup: kind === 'replaceDisks' ? '' : (asked.rg ?? ''),
  };
}

/** The look for it. */
export const lostSearch = (draft: Draft, attempt: Attempt): LostSearchQuery =>
  restoreSearchQuery(searchOf(draft, attempt));
