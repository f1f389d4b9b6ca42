import { isCut } from '#src/lib/list.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ResourceGroup, StorageAccount, VirtualNetwork } from '#src/model/places.ts';
import type { StagingChoice, VnetChoice } from '#src/rules/fields.ts';

/** A chosen group that the target subscription does not have (any more) is none; a cut list does not say that. */
export function groupValue(
  rg: string | null,
  rgIsNew: boolean,
  groups: readonly ResourceGroup[] | undefined,
): string | null {
  if (rgIsNew || groups === undefined || isCut(groups)) return rg;
  return groups.some(({ name }) => sameId(name, rg)) ? rg : null;
}

/** A chosen thing that is not in its list (any more) is none; of an unread or cut list nothing is known. */
export function chosenOf<One extends { readonly id: string }, Value extends object>(
  id: string | null,
  list: readonly One[] | undefined,
  valueOf: (one: One) => Partial<Value>,
): Partial<Value> | null {
  if (id === null) return null;
  const chosen = list?.find((one) => sameId(one.id, id));
  if (chosen !== undefined) return valueOf(chosen);
  return list === undefined || isCut(list) ? {} : null;
}

/**
 * A network as the rules read it. Networks of today have no affinity group (those are of the classic
 * model), and one that Azure lists is there to be used.
 */
export function vnetChoice(network: VirtualNetwork): Readonly<Partial<VnetChoice>> {
  return {
    region: network.region,
    subscription: network.subscriptionId,
    active: true,
    affinityGroup: false,
  };
}

/** A storage account as the rules read it. */
export function stagingChoice(account: StorageAccount): Readonly<Partial<StagingChoice>> {
  return {
    region: account.region,
    // Document 000 knows blob storage as one; Azure has a kind of it with block blobs alone.
    kind: account.kind === 'BlockBlobStorage' ? 'BlobStorage' : (account.kind ?? undefined),
    redundancy: account.redundancy ?? undefined,
    tier: account.tier ?? undefined,
    hasNetworkRules: account.hasNetworkRules ?? undefined,
    allowSharedKey: account.allowsSharedKey,
  };
}
