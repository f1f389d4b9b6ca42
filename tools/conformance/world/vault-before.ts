import type { VaultSeed } from '#src/mocks/world/seed.ts';

import { at, firstText, objectOf } from '../json.ts';
import type { Mentions } from './mentions.ts';

/** What is not wished, so that a wish changes something. */
const other = <Value extends string>(asked: string, one: Value, another: Value): Value =>
  asked === one ? another : one;

/** Identities that a wish takes away must be there; those that it gives must not. */
function identityBefore(identity: unknown): Partial<VaultSeed> {
  const wanted = objectOf(identity);
  if (wanted === null) return {};
  const entries = Object.entries(objectOf(wanted['userAssignedIdentities']) ?? {});
  const taken = entries.flatMap(([id, value]) => (value === null ? [id] : []));
  const hadSystem = /^none$/i.test(firstText(wanted, 'type'));
  return {
    identityType: taken.length > 0 ? 'UserAssigned' : hadSystem ? 'SystemAssigned' : 'None',
    userIdentities: taken,
  };
}

/** Another key than the one that the vault has is wished, or another reader of the one that it has. */
function keyBefore(encryption: unknown): Partial<VaultSeed> {
  if (encryption === undefined) return {};
  const key = { uri: 'https://conformance.vault.azure.net/keys/conformance' };
  return firstText(encryption, 'keyVaultProperties.keyUri') === ''
    ? { encryption: 'CustomerManaged', key }
    : {};
}

/** A vault that a sample changes, as it is before: otherwise than the request wishes, wherever it wishes anything. */
export function vaultBefore({ body, isChange }: Mentions): Partial<VaultSeed> {
  const wanted = objectOf(body?.['properties']) ?? {};
  if (!isChange) return {};
  const redundancy = firstText(wanted, 'redundancySettings.standardTierStorageRedundancy');
  const state = 'restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState';
  const days = at(wanted, 'securitySettings.softDeleteSettings.softDeleteRetentionPeriodInDays');
  return {
    redundancy: other(redundancy, 'GeoRedundant', 'LocallyRedundant'),
    crossRegionRestore: other(
      firstText(wanted, 'redundancySettings.crossRegionRestore'),
      'Enabled',
      'Disabled',
    ),
    crossSubscriptionRestore: other(firstText(wanted, state), 'Enabled', 'Disabled'),
    softDelete: { state: 'Disabled', enhanced: 'Disabled', days: days === 14 ? 15 : 14 },
    tags: { before: 'conformance' },
    settings: {
      publicNetworkAccess: other(firstText(wanted, 'publicNetworkAccess'), 'Enabled', 'Disabled'),
    },
    ...identityBefore(body?.['identity']),
    ...keyBefore(wanted['encryption']),
  };
}
