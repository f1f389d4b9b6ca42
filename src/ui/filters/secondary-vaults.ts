import { instances } from '#src/strings/instances.ts';
import type { FilterOption } from '#src/ui/filters/FilterPill.tsx';

/** As much of a vault as is known of it in a list. Null: it does not say. */
interface ListedVault {
  readonly id: string;
  readonly name: string;
  readonly hasCrossRegionRestore: boolean | null;
}

/** The vaults that can be looked into in their second region, and those that cannot, with the reason. */
export function secondaryVaultOptions(vaults: readonly ListedVault[]): readonly FilterOption[] {
  return vaults
    .map(({ id, name, hasCrossRegionRestore }) => ({
      value: id,
      text: name,
      ...(hasCrossRegionRestore === false && { blocked: instances.secondary.off }),
    }))
    .toSorted((a, b) => Number('blocked' in a) - Number('blocked' in b));
}
