import { dateTimeText } from '#src/lib/format.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegionName } from '#src/wizard/draft/target-region.ts';
import { chosenPoint, type DraftView } from '#src/wizard/draft/view.ts';

const words = submission.consequence;

/**
 * What is ticked before Restore besides the warnings: what a replacement loses, or that a restore in
 * the secondary region cannot be stopped. Null where neither is so.
 */
export function consequenceText(view: DraftView): string | null {
  const { option, regionView } = view.shown;
  const machine = known(view.reads.instance)?.friendlyName ?? wizard.plan.someName;
  if (option === 'replaceDisks') {
    const time = chosenPoint(view)?.time ?? null;
    return words.replaceDisks(machine, time === null ? wizard.plan.someTime : dateTimeText(time));
  }
  if (option === null || regionView !== 'secondary') return null;
  const region = targetRegionName(view.shown, view.reads) ?? submission.secondaryRegion;
  return words[option](machine, region);
}
