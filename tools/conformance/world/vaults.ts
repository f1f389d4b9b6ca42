import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

import { firstText, type JsonObject, objectOf, at } from '../json.ts';
import { distinct, idsOfType, type Mentions, regionOf, thingOf } from './mentions.ts';
import { mainGroup, mainSubscription } from './places.ts';
import { vaultBefore } from './vault-before.ts';

const REDUNDANCIES = ['LocallyRedundant', 'GeoRedundant', 'ZoneRedundant'] as const;
const SWITCH = ['Enabled', 'Disabled'] as const;
const CROSS_SUBSCRIPTION = ['Enabled', 'Disabled', 'PermanentlyDisabled'] as const;

/** The known value that a text means. */
export function among<Value extends string>(
  values: readonly Value[],
  text: string,
): Value | undefined {
  return values.find((value) => sameId(value, text));
}

/** The vault that the address names; one of our own naming where it names none. */
function mainVaultId(mentions: Mentions): string {
  const root = `/subscriptions/${mainSubscription(mentions)}/resourceGroups/${mainGroup(mentions)}`;
  const name = mentions.named.get('vaultName');
  // Requests for jobs of a region hold the vault's id; official samples have a machine's there.
  const vaultId = firstText(mentions.body, 'jobName') && firstText(mentions.body, 'resourceId');
  if (vaultId !== '') return vaultId;
  // What is restored elsewhere is known by the right to its point, which names the vault in parts.
  const right = objectOf(mentions.body?.['crossRegionRestoreAccessDetails']);
  const [own, group] = [firstText(right, 'resourceName'), firstText(right, 'resourceGroupName')];
  const subscription = firstText(right, 'subscriptionId') || mainSubscription(mentions);
  if (own !== '' && group !== '') {
    return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${own}`;
  }
  const [mentioned] = idsOfType(mentions, 'Microsoft.RecoveryServices/vaults');
  return name === undefined && mentioned !== undefined
    ? mentioned
    : `${root}/providers/Microsoft.RecoveryServices/vaults/${name ?? 'conformance'}`;
}

/** Where a request says that its point is read: the region of a restore, or of who reads for it. */
function secondaryRegionFor({ body }: Mentions): Partial<VaultSeed> {
  const region =
    firstText(body, 'crossRegionRestoreAccessDetails.accessTokenString') === ''
      ? nameOf(firstText(body, 'properties.audience'))
      : firstText(body, 'restoreRequest.region');
  return region === '' ? {} : { secondaryRegion: region };
}

/** A request that names an identity needs it on the vault (azure-contract §5). */
function identitiesFor(mentions: Mentions, thing: JsonObject | undefined): readonly string[] {
  return distinct([
    ...idsOfType(mentions, 'Microsoft.ManagedIdentity/userAssignedIdentities'),
    ...Object.keys(objectOf(at(thing, 'identity.userAssignedIdentities')) ?? {}),
  ]);
}

function vaultOf(mentions: Mentions, id: string): VaultSeed {
  const thing = thingOf(mentions, id);
  const properties = thing?.['properties'];
  const [guard] = idsOfType(mentions, 'Microsoft.DataProtection/resourceGuards');
  const proxy = mentions.named.get('resourceGuardProxyName');
  const crossSubscription = among(
    CROSS_SUBSCRIPTION,
    firstText(
      properties,
      'restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState',
    ),
  );
  return {
    id,
    location: regionOf(mentions, id),
    redundancy:
      among(
        REDUNDANCIES,
        firstText(properties, 'redundancySettings.standardTierStorageRedundancy'),
      ) ?? 'GeoRedundant',
    crossRegionRestore:
      among(SWITCH, firstText(properties, 'redundancySettings.crossRegionRestore')) ?? 'Enabled',
    crossSubscriptionRestore: crossSubscription ?? 'Enabled',
    identityType: 'SystemAssigned, UserAssigned',
    userIdentities: identitiesFor(mentions, thing),
    ...(guard === undefined ? {} : { resourceGuard: guard }),
    ...(proxy === undefined ? {} : { guardProxy: proxy, resourceGuard: guard ?? `${id}-guard` }),
    // An encryption set of a restore's own goes with a vault under the customer's key (C).
    ...(idsOfType(mentions, 'Microsoft.Compute/diskEncryptionSets').length > 0
      ? { encryption: 'CustomerManaged' as const }
      : {}),
    ...secondaryRegionFor(mentions),
    ...vaultBefore(mentions),
  };
}

/** Every vault that is named in any way, that which the sample is about first; never none. */
export function vaultsFor(mentions: Mentions): readonly [VaultSeed, ...VaultSeed[]] {
  const main = mainVaultId(mentions);
  const others = idsOfType(mentions, 'Microsoft.RecoveryServices/vaults').filter(
    (id) => !sameId(id, main),
  );
  return [vaultOf(mentions, main), ...others.map((id) => vaultOf(mentions, id))];
}
