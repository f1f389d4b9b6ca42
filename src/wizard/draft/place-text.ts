import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegionName } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Where a restore makes things, as far as it is known: group, subscription, region, zone. */
export function placeText({ reads, shown }: DraftView): string {
  const { rg, subscription, zone } = shown;
  if (rg === null) return wizard.plan.someGroup;
  const { name } = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription)) ?? {};
  const region = targetRegionName(shown, reads);
  const parts = [
    rg,
    ...(name === undefined ? [] : [name]),
    ...(region === null ? [] : [region]),
    ...(zone === null ? [] : [wizard.plan.zone(zone)]),
  ];
  return parts.join(', ');
}
