import { dateTimeText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/reads/read.ts';
import { instances } from '#src/strings/instances.ts';
import { outage } from '#src/strings/outage.ts';
import {
  goesToPair,
  goesToSecondary,
  ownRegionName,
  targetRegionName,
} from '#src/datasources/azure-vm/choices/target-region.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { textInSentence } from '#src/lib/visible-text.ts';

/** What a restore makes or changes and where: the machine by its name, else the place of the disks. */
export function targetText(view: DraftView): string {
  const { option, vmName } = view.shown;
  const source = known(view.reads.instance);
  if (option === 'replaceDisks' && source !== undefined) {
    return listText([source.friendlyName, source.resourceGroup].map(textInSentence));
  }
  return option === 'createVm' && vmName !== null
    ? `${textInSentence(vmName)}, ${placeText(view)}`
    : placeText(view);
}

/** The chosen point by its time. */
export function pointText(view: DraftView): string {
  const point = chosenPoint(view);
  if (point === undefined) return wizard.plan.someTime;
  return point.time === null ? wizard.plan.noTime : dateTimeText(point.time);
}

/** Where a restore makes things, as far as it is known: group, subscription, region, zone. */
export function placeText({ reads, shown }: DraftView): string {
  const { rg, subscription, zone } = shown;
  if (rg === null) return wizard.plan.someGroup;
  const name = subscriptionName(reads, subscription);
  const region = targetRegionName(shown, reads);
  const parts = [
    rg,
    ...(name === undefined ? [] : [name]),
    ...(region === null ? [] : [region]),
    ...(zone === null ? [] : [wizard.plan.zone(zone)]),
  ];
  return listText(parts.map(textInSentence));
}

type Seen = Pick<DraftView, 'shown' | 'reads'>;

/** That a restore goes to another region than the vault's, and which; nothing where it does not. */
export function elsewhereText({ shown, reads }: Seen): string[] {
  const region = targetRegionName(shown, reads);
  const named = (view: string) => (region === null ? view : wizard.region.named(view, region));
  if (goesToSecondary(shown, reads)) return [named(instances.views.secondary)];
  return goesToPair(shown, reads) ? [named(outage.paired)] : [];
}

/** The same as a sentence of the plan, with the reason. */
export function elsewhereSentence({ shown, reads }: Seen): string[] {
  if (!goesToPair(shown, reads)) return elsewhereText({ shown, reads }).map(wizard.plan.inRegion);
  const region = targetRegionName(shown, reads);
  const own = ownRegionName(reads);
  return region === null || own === null ? [] : [outage.inPair(region, own)];
}
