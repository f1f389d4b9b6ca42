import { toVault } from '#src/api/recovery-services/vaults/map.ts';
import { vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { pageReader } from '#src/api/resource-graph/query/lists.ts';
import { isOneOf, literal, question, where } from '#src/api/resource-graph/query/text.ts';
import type {
  CrossRegionState,
  CrossSubscriptionChoice,
  VaultFilter,
  VaultOrder,
  VaultRedundancy,
  VaultSort,
} from '#src/model/vaults.ts';

/** Settings as text; one that a vault does not have is the empty text. */
const REDUNDANCY = 'tostring(properties.redundancySettings.standardTierStorageRedundancy)';
const CROSS_REGION = 'tostring(properties.redundancySettings.crossRegionRestore)';
const CROSS_SUBSCRIPTION =
  'tostring(properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState)';

type Spoken<Choice extends string> = Readonly<Record<Exclude<Choice, 'silent'>, string>>;

const REDUNDANCIES: Spoken<VaultRedundancy> = {
  lrs: 'LocallyRedundant',
  grs: 'GeoRedundant',
  zrs: 'ZoneRedundant',
};
const CROSS_REGION_STATES: Spoken<CrossRegionState> = { enabled: 'Enabled', disabled: 'Disabled' };
const CROSS_SUBSCRIPTION_STATES: Spoken<CrossSubscriptionChoice> = {
  enabled: 'Enabled',
  disabled: 'Disabled',
  permanentlyDisabled: 'PermanentlyDisabled',
};

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<VaultSort, string> = {
  name: 'tolower(name)',
  subscription: 'subscriptionId',
  region: 'location',
  redundancy: REDUNDANCY,
  crossRegion: CROSS_REGION,
  crossSubscription: CROSS_SUBSCRIPTION,
};

/** The question for a list of Recovery Services vaults over all subscriptions. */
export function vaultsQuestion(filter: VaultFilter, order: VaultOrder): string {
  return question('resources', [
    "where type =~ 'microsoft.recoveryservices/vaults'",
    where(filter.search === '' ? null : `name contains ${literal(filter.search)}`),
    where(isOneOf('subscriptionId', filter.subscriptions)),
    where(isOneOf('location', filter.regions)),
    where(isSpoken(REDUNDANCY, REDUNDANCIES, filter.redundancies)),
    where(isSpoken(CROSS_REGION, CROSS_REGION_STATES, filter.crossRegion)),
    where(isSpoken(CROSS_SUBSCRIPTION, CROSS_SUBSCRIPTION_STATES, filter.crossSubscription)),
    `order by ${SORT[order.by]} ${order.isDescending ? 'desc' : 'asc'}, id asc`,
    'project id, name, type, location, identity, properties',
  ]);
}

/** Whatever is none of the known words says nothing, as the product shows it. */
function isSpoken<Choice extends string>(
  column: string,
  words: Readonly<Record<Choice, string>>,
  chosen: readonly (Choice | 'silent')[],
): string | null {
  const named = isOneOf(
    column,
    chosen.flatMap((one) => (one === 'silent' ? [] : [words[one]])),
  );
  if (!chosen.includes('silent')) return named;
  const silent = `not(${isOneOf(column, Object.values<string>(words)) ?? ''})`;
  return named === null ? silent : `${named} or ${silent}`;
}

/** One page of the vaults over all subscriptions, filtered and sorted by Resource Graph. */
export const listVaultPage = pageReader({
  row: vaultWire,
  toThing: toVault,
  question: vaultsQuestion,
});
