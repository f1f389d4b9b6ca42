import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Why a list is empty: not read yet, not to be read, or nothing there; undefined when it is not. */
export function readHint(read: Read<readonly unknown[]>): string | undefined {
  if (read.state !== 'known') return wizard.reads[read.state];
  return read.value.length === 0 ? wizard.empty : undefined;
}

interface RegionalResource {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly resourceGroup: string;
}

/** The resources of a list that are in the vault's region; none while either is not known. */
export function regionOptions(
  { reads }: DraftView,
  list: Read<readonly RegionalResource[]>,
): FieldOption[] {
  const region = known(reads.vault)?.region;
  return (known(list) ?? [])
    .filter((one) => sameId(one.region, region))
    .map(({ id, name, resourceGroup }) => ({ value: id, label: name, remark: resourceGroup }));
}
