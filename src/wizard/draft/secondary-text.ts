import { instances } from '#src/strings/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { goesToSecondary, targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** That a restore goes to the secondary region, and which that is; nothing where it does not. */
export function secondaryText({ shown, reads }: DraftView): string[] {
  if (!goesToSecondary(shown, reads)) return [];
  const name = targetRegion(shown, reads) ?? null;
  const region = known(reads.regions)?.find((one) => one.name === name)?.displayName ?? name;
  const { secondary } = instances.views;
  return [region === null ? secondary : wizard.region.named(secondary, region)];
}
