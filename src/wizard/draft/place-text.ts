import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegionName } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** What a restore makes or changes and where: the machine by its name, else the place of the disks. */
export function targetText(view: DraftView): string {
  const { option, vmName } = view.shown;
  const source = known(view.reads.instance);
  if (option === 'replaceDisks' && source !== undefined) {
    return [source.friendlyName, source.resourceGroup].join(', ');
  }
  return option === 'createVm' && vmName !== null
    ? `${vmName}, ${placeText(view)}`
    : placeText(view);
}

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
