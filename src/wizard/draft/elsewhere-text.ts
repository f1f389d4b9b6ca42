import { instances } from '#src/strings/instances.ts';
import { outage } from '#src/strings/outage.ts';
import { wizard } from '#src/strings/wizard.ts';
import {
  goesToPair,
  goesToSecondary,
  ownRegionName,
  targetRegionName,
} from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

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
