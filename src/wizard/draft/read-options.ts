import { countText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { sameRegion } from '#src/model/region.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import { targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Why a list is empty or not whole: not read yet, not to be read, longer, or nothing there; undefined when it is neither. */
export function readHint(read: Read<readonly unknown[]>): string | undefined {
  if (read.state !== 'known') return wizard.reads[read.state];
  if (isCut(read.value)) return common.cut(countText(read.value.length));
  return read.value.length === 0 ? wizard.empty : undefined;
}

interface RegionalResource {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly resourceGroup: string;
}

/** The resources of a list that are in the region restored to; none while either is not known. */
export function regionOptions(
  { reads, shown }: DraftView,
  list: Read<readonly RegionalResource[]>,
): FieldOption[] {
  const region = targetRegion(shown, reads) ?? null;
  return (known(list) ?? [])
    .filter((one) => sameRegion(one.region, region))
    .map(({ id, name, resourceGroup }) => ({ value: id, label: name, remark: resourceGroup }));
}
