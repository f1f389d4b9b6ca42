import { type Region, sameRegion, type Subscription } from '#src/model/places.ts';
import type { Vault } from '#src/model/vaults.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What people call the places that a vault speaks of; ids where their names are not read. */
export interface VaultNames {
  readonly subscription: string;
  /** The subscription that it was moved from; null: it was never moved. */
  readonly movedFrom: string | null;
  readonly region: string;
  /** The paired region. Null: there is none; undefined: not read. */
  readonly pair: string | null | undefined;
}

/** What every part of the page of a vault is given. */
export interface VaultPartProps {
  readonly vault: Vault;
  readonly names: VaultNames;
}

/** The names in a vault, as far as subscriptions and regions are read. */
export function namesOf(
  vault: Vault,
  subscriptions: readonly Subscription[] | undefined,
  regions: readonly Region[] | undefined,
): VaultNames {
  const subscription = (id: string): string =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  const region = (name: string): Region | undefined =>
    regions?.find((one) => sameRegion(one.name, name));
  const own = region(vault.region);
  const pair = own?.pairedRegion;
  return {
    subscription: subscription(vault.subscriptionId),
    movedFrom: vault.movedFrom === null ? null : subscription(vault.movedFrom),
    region: own?.displayName ?? vault.region,
    pair: typeof pair === 'string' ? (region(pair)?.displayName ?? pair) : pair,
  };
}
