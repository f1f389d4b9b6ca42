import { type LostSearchQuery, restoreSearchQuery } from '#src/api/queries/restores.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

type Sent = Pick<Extract<Submission, { state: 'lost' }>, 'sentAt' | 'secondaryRegion'>;

/** The look for the job of a machine's restore, by what is known of the request that was sent. */
export function lostSearch({ reads, draft }: DraftView, sent: Sent): LostSearchQuery {
  const { option, vmName, rg } = draft.choices;
  const item = known(reads.instance);
  const kind = option ?? 'restoreDisks';
  return restoreSearchQuery({
    vaultId: item?.vaultId ?? resourceId(''),
    itemName: item?.friendlyName ?? '',
    since: instant(sent.sentAt),
    secondaryRegion: sent.secondaryRegion,
    kind,
    targetMachine: kind === 'createVm' ? vmName : null,
    targetGroup: kind === 'replaceDisks' ? '' : (rg ?? ''),
  });
}
