import { identityChange, keyChange } from '#src/mocks/recovery-services/vault-wish-identity.ts';
import { merged } from '#src/mocks/recovery-services/merged.ts';
import type { PropertiesWish, VaultWish } from '#src/mocks/recovery-services/vault-wish.ts';
import { protectionChange, storageChange } from '#src/mocks/recovery-services/vaults-config.ts';
import type { Call } from '#src/mocks/service.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';

/** What a wish makes of a vault: what is otherwise then, or why it cannot be; the codes are guesses (G). */
type Change = Partial<VaultSeed> | string;
type Part = (vault: VaultSeed, call: Call) => Change;

/** Irreversible (document 000, Cross Subscription Restore for Azure VM). */
function restoreSettings(vault: VaultSeed, { restoreSettings: asked }: PropertiesWish): Change {
  const wanted = asked?.crossSubscriptionRestoreSettings?.crossSubscriptionRestoreState;
  if (wanted === undefined) return {};
  const final = 'PermanentlyDisabled';
  return vault.crossSubscriptionRestore === final && wanted !== final
    ? 'Cross Subscription Restore is permanently disabled for this vault and cannot be changed.'
    : { crossSubscriptionRestore: wanted };
}

function redundancy(vault: VaultSeed, { redundancySettings }: PropertiesWish, call: Call): Change {
  if (redundancySettings === undefined || redundancySettings === null) return {};
  const { standardTierStorageRedundancy: storageType, crossRegionRestore } = redundancySettings;
  const flag = crossRegionRestore === undefined ? undefined : crossRegionRestore === 'Enabled';
  return storageChange(call, vault, { storageType, crossRegionRestoreFlag: flag });
}

function softDelete(vault: VaultSeed, { securitySettings }: PropertiesWish): Change {
  const wish = securitySettings?.softDeleteSettings;
  return wish === undefined || wish === null
    ? {}
    : protectionChange(vault, { ...wish, softDeleteFeatureState: wish.softDeleteState });
}

/** Settings that mean nothing to restores are stored unchanged. */
function others(vault: VaultSeed, asked: PropertiesWish): Change {
  const { encryption: _1, restoreSettings: _2, redundancySettings: _3, ...told } = asked;
  const { softDeleteSettings: _4, ...security } = told.securitySettings ?? {};
  const isLocked = JSON.stringify(vault.settings?.['securitySettings'] ?? {}).includes('"Locked"');
  // Locked is for good (general knowledge, G).
  if (isLocked && (security.immutabilitySettings?.state ?? 'Locked') !== 'Locked') {
    return 'The value of properties.securitySettings.immutabilitySettings.state is locked.';
  }
  const patch = {
    ...told,
    ...(told.securitySettings === undefined ? {} : { securitySettings: security }),
  };
  return Object.keys(patch).length === 0 ? {} : { settings: merged(vault.settings ?? {}, patch) };
}

function partsOf({ tags, identity, properties: asked }: VaultWish): readonly Part[] {
  const own: readonly Part[] = [
    () => (tags === undefined || tags === null ? {} : { tags }),
    (vault) => (identity === undefined || identity === null ? {} : identityChange(vault, identity)),
  ];
  if (asked === undefined || asked === null) return own;
  const { encryption } = asked;
  return [
    ...own,
    (vault) =>
      encryption === undefined || encryption === null ? {} : keyChange(vault, encryption),
    (vault) => restoreSettings(vault, asked),
    (vault, call) => redundancy(vault, asked, call),
    (vault) => softDelete(vault, asked),
    (vault) => others(vault, asked),
  ];
}

/** What of a vault is otherwise when it has what is wished, or why that cannot be. */
export function wished(call: Call, vault: VaultSeed, wish: VaultWish): Change {
  const change: Partial<VaultSeed> = {};
  for (const part of partsOf(wish)) {
    const more = part({ ...vault, ...change }, call);
    if (typeof more === 'string') return more;
    Object.assign(change, more);
  }
  return change;
}
