import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ResourceGroup } from '#src/model/places.ts';
import { submission } from '#src/strings/submission.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

const words = submission.groupMade;

/** What tells whether a new resource group is there already because the draft itself created it. */
export interface GroupReads {
  readonly groups: Read<ResourceGroup[]>;
  /** The resource groups that the draft's own presses created; left out: none. */
  readonly made?: readonly MadeGroup[] | undefined;
}

/**
 * The group that an earlier press of the draft created and that is there now: the restore goes to it as to an
 * existing one. Null where the chosen group isn't new, isn't there, or isn't the draft's.
 */
export function ownGroup(
  { rg, rgIsNew }: { readonly rg: string | null; readonly rgIsNew: boolean },
  { groups, made = [] }: GroupReads,
): MadeGroup | null {
  if (!rgIsNew || rg === null) return null;
  const there = known(groups)?.find(({ name }) => sameId(name, rg.trim()));
  if (there === undefined) return null;
  return (
    made.find(({ subscriptionId, name }) =>
      sameId(resourceGroupId(subscriptionId, name), there.id),
    ) ?? null
  );
}

/** That it exists, and who created it when. */
export const ownGroupText = (own: MadeGroup): string => textBy(words.exists, own);

/** The same as a line of what a restore creates. */
export const ownGroupLine = (own: MadeGroup): string => textBy(words.line, own);

const textBy = (
  text: (name: string, isSure: boolean, time: string | null) => string,
  { name, isSure, at }: MadeGroup,
): string => text(name, isSure, at === null ? null : dateTimeText(instant(at)));
