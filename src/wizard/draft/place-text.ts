import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Where a restore makes things, as far as it is known: group, subscription, region, zone. */
export function placeText({ reads, shown }: DraftView): string {
  const { rg, subscription, zone } = shown;
  if (rg === null) return wizard.plan.someGroup;
  const { name } = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription)) ?? {};
  const parts = [
    rg,
    ...(name === undefined ? [] : [name]),
    ...regionText({ reads, shown }),
    ...(zone === null ? [] : [wizard.plan.zone(zone)]),
  ];
  return parts.join(', ');
}

function regionText({ reads, shown }: Pick<DraftView, 'reads' | 'shown'>): string[] {
  const region = targetRegion(shown, reads) ?? null;
  const named = known(reads.regions)?.find(({ name }) => name === region)?.displayName ?? region;
  return named === null ? [] : [named];
}
