import { instances } from '#src/strings/instances.ts';
import type { ListFilter } from '#src/ui/filters/ListFilters.tsx';

/** As much of a vault as is known of it in a list. Null: it does not say. */
interface ListedVault {
  readonly id: string;
  readonly name: string;
  readonly hasCrossRegionRestore: boolean | null;
}

interface SecondaryVault {
  /** Undefined: being read. */
  readonly vaults: readonly ListedVault[] | undefined;
  readonly chosen: string | undefined;
  readonly words: { readonly vault: string; readonly nothing: string };
}

/** The filter that says which vault is looked into in its second region; those that cannot be say why. */
export function secondaryVaultFilter({ vaults, chosen, words }: SecondaryVault): ListFilter {
  return {
    part: 'vault',
    label: words.vault,
    options: vaults
      ?.map(({ id, name, hasCrossRegionRestore }) => ({
        value: id,
        text: name,
        ...(hasCrossRegionRestore === false && { blocked: instances.secondary.off }),
      }))
      .toSorted((a, b) => Number('blocked' in a) - Number('blocked' in b)),
    chosen: chosen === undefined ? [] : [chosen],
    nothing: words.nothing,
    isOneOf: true,
  };
}
