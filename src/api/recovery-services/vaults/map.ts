import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type {
  VaultEncryptionWire,
  VaultPatchWire,
  VaultWire,
} from '#src/api/recovery-services/vaults/wire.ts';
import { resourceId, sameId } from '#src/model/resource-id.ts';
import type {
  CrossSubscriptionState,
  Redundancy,
  Vault,
  VaultEncryption,
} from '#src/model/vaults.ts';

const REDUNDANCY: Readonly<Record<string, Redundancy>> = {
  locallyredundant: 'LRS',
  georedundant: 'GRS',
  zoneredundant: 'ZRS',
  readaccessgeozoneredundant: 'RA-GZRS',
};

/** Maps Azure's word for a vault's redundancy; null for unknown words. */
function toRedundancy(word: string | null | undefined): Redundancy | null {
  return REDUNDANCY[word?.toLowerCase() ?? ''] ?? null;
}

const CROSS_SUBSCRIPTION: Readonly<Record<string, CrossSubscriptionState>> = {
  enabled: 'enabled',
  disabled: 'disabled',
  permanentlydisabled: 'permanentlyDisabled',
};

/** A vault as the product speaks of it. Settings that old vaults lack become null. */
export function toVault(wire: VaultWire): Vault {
  const id = resourceId(wire.id);
  const parts = parseResourceId(id);
  const redundancy = wire.properties?.redundancySettings;
  const crossSubscription =
    wire.properties?.restoreSettings?.crossSubscriptionRestoreSettings
      ?.crossSubscriptionRestoreState;
  return {
    id,
    name: wire.name,
    subscriptionId: parts?.subscriptionId ?? '',
    resourceGroup: parts?.resourceGroup ?? '',
    region: wire.location,
    redundancy: toRedundancy(redundancy?.standardTierStorageRedundancy),
    crossRegionRestore: flag(redundancy?.crossRegionRestore),
    crossSubscriptionRestore: CROSS_SUBSCRIPTION[crossSubscription?.toLowerCase() ?? ''] ?? null,
    movedFrom: movedFrom(wire, parts?.subscriptionId),
    identities: identitiesOf(wire.identity?.type ?? ''),
    userIdentityIds: Object.keys(wire.identity?.userAssignedIdentities ?? {}).map(resourceId),
    systemPrincipalId: wire.identity?.principalId ?? null,
    userPrincipalIds: Object.fromEntries(
      Object.entries(wire.identity?.userAssignedIdentities ?? {}).flatMap(([one, ids]) =>
        ids?.principalId ? [[one.toLowerCase(), ids.principalId]] : [],
      ),
    ),
  };
}

const STATE_NAMES: Readonly<Record<CrossSubscriptionState, string>> = {
  enabled: 'Enabled',
  disabled: 'Disabled',
  permanentlyDisabled: 'PermanentlyDisabled',
};

/** The change of a vault to a state, and of nothing else in it. */
export function toVaultPatch(wanted: CrossSubscriptionState): VaultPatchWire {
  const crossSubscriptionRestoreState = STATE_NAMES[wanted];
  return {
    properties: {
      restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } },
    },
  };
}

/** `SystemAssigned, UserAssigned`; the CLI also writes it in lower case without the blank. */
function identitiesOf(type: string): Vault['identities'] {
  const kinds = new Set(type.toLowerCase().split(/[\s,]+/));
  return [
    ...(kinds.has('systemassigned') ? (['system'] as const) : []),
    ...(kinds.has('userassigned') ? (['user'] as const) : []),
  ];
}

const CUSTOMER_KEY: Readonly<Record<string, boolean>> = {
  customermanaged: true,
  microsoftmanaged: false,
};

/** Maps a vault's encryption; `Invalid` and unknown words give no state. */
export function toVaultEncryption(wire: VaultEncryptionWire): VaultEncryption {
  const type = wire.properties?.encryptionAtRestType?.toLowerCase() ?? '';
  return { usesCustomerKey: CUSTOMER_KEY[type] ?? null };
}

function flag(text: string | null | undefined): boolean | null {
  if (text === null || text === undefined) return null;
  return text.toLowerCase() === 'enabled';
}

/** A move within one subscription is none for our purposes. */
function movedFrom(wire: VaultWire, subscriptionId: string | undefined): string | null {
  const source = parseResourceId(wire.properties?.moveDetails?.sourceResourceId ?? '');
  return source === null || sameId(source.subscriptionId, subscriptionId)
    ? null
    : source.subscriptionId;
}
