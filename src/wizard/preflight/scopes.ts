import type { ResourceId } from '#src/model/resource-id.ts';
import { groupOf } from '#src/wizard/draft/grant-scopes.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** The subscription that a draft restores to; null while that is not known. */
export function targetOf({ settled, reads }: DraftView): string | null {
  return settled.choices.subscription ?? known(reads.instance)?.subscriptionId ?? null;
}

/** The group of the chosen network; null while none is chosen. */
export function networkGroup({ shown }: DraftView): ResourceId | null {
  return shown.vnet === null ? null : groupOf(shown.vnet);
}
