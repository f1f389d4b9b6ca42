import { instances } from '#src/strings/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import { goesToSecondary, targetRegionName } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** That a restore goes to the secondary region, and which that is; nothing where it does not. */
export function secondaryText({ shown, reads }: DraftView): string[] {
  if (!goesToSecondary(shown, reads)) return [];
  const region = targetRegionName(shown, reads);
  const { secondary } = instances.views;
  return [region === null ? secondary : wizard.region.named(secondary, region)];
}
