import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { ProtectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { parseInstant } from '#src/lib/time.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';

const HEALTH: Readonly<Record<string, ProtectedItem['health']>> = {
  passed: 'passed',
  actionsuggested: 'actionSuggested',
  actionrequired: 'actionRequired',
};

/** A protected item as the product speaks of it: from a read, a list or a Resource Graph row. */
export function toProtectedItem(wire: ProtectedItemWire): ProtectedItem {
  const { properties } = wire;
  const source = properties.sourceResourceId ?? properties.virtualMachineId ?? '';
  const vaultId = vaultIdOf(wire.id) ?? resourceId('');
  return {
    id: resourceId(wire.id),
    vaultId,
    vaultName: nameOf(vaultId),
    subscriptionId: parseResourceId(vaultId)?.subscriptionId ?? '',
    region: wire.location ? wire.location : null,
    friendlyName: properties.friendlyName ?? nameOf(source),
    resourceGroup: parseResourceId(source)?.resourceGroup ?? '',
    sourceResourceId: resourceId(source),
    deployment: /classiccompute/i.test(properties.protectedItemType) ? 'classic' : 'arm',
    health: HEALTH[properties.healthStatus?.toLowerCase() ?? ''] ?? 'unknown',
    protectionState: properties.protectionState ?? '',
    lastBackupAt: parseInstant(properties.lastBackupTime),
    lastRecoveryPointAt: parseInstant(properties.lastRecoveryPoint),
  };
}
