import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { ProtectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { parseInstant } from '#src/lib/time.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import type {
  BackupStatus,
  ProtectedItem,
  ProtectedItemDetails,
} from '#src/model/recovery-services.ts';

const HEALTH: Readonly<Record<string, ProtectedItem['health']>> = {
  passed: 'passed',
  actionsuggested: 'actionSuggested',
  actionrequired: 'actionRequired',
};

const BACKUP_STATUS: Readonly<Record<string, BackupStatus>> = {
  completed: 'completed',
  failed: 'failed',
  inprogress: 'inProgress',
};

/** Maps Azure's word for the health of an item; an unrecognized word is unknown. */
export function healthOf(word: string | null | undefined): ProtectedItem['health'] {
  return HEALTH[word?.toLowerCase() ?? ''] ?? 'unknown';
}

/** The group and the machine that an item's own name ends with: `VM;iaasvmcontainerv2;testRG;testVM`. */
function namesIn(name: string): { readonly group: string; readonly machine: string } {
  const [machine = '', group = ''] = name.split(';').toReversed();
  return name.split(';').length < 3 ? { group: '', machine: '' } : { group, machine };
}

/** Maps a backup instance from a read, a list or a Resource Graph row. */
export function toProtectedItem(wire: ProtectedItemWire): ProtectedItem {
  const { properties } = wire;
  const source = properties.sourceResourceId ?? properties.virtualMachineId ?? '';
  const named = namesIn(nameOf(wire.id));
  const vaultId = vaultIdOf(wire.id) ?? resourceId('');
  return {
    id: resourceId(wire.id),
    vaultId,
    vaultName: nameOf(vaultId),
    subscriptionId: parseResourceId(vaultId)?.subscriptionId ?? '',
    region: wire.location ? wire.location : null,
    friendlyName: properties.friendlyName ?? (nameOf(source) || named.machine),
    resourceGroup: parseResourceId(source)?.resourceGroup ?? named.group,
    sourceResourceId: resourceId(source),
    deployment: /classiccompute/i.test(properties.protectedItemType) ? 'classic' : 'arm',
    health: healthOf(properties.healthStatus),
    protectionState: properties.protectionState ?? '',
    policyName: properties.policyName ?? null,
    lastBackupAt: parseInstant(properties.lastBackupTime),
    lastBackupStatus: BACKUP_STATUS[properties.lastBackupStatus?.toLowerCase() ?? ''] ?? 'unknown',
    lastRecoveryPointAt: parseInstant(properties.lastRecoveryPoint),
  };
}

/** Maps an item that was read alone, with the summary of its points. */
export function toProtectedItemDetails(wire: ProtectedItemWire): ProtectedItemDetails {
  const { extendedInfo } = wire.properties;
  return {
    ...toProtectedItem(wire),
    oldestPointAt: parseInstant(extendedInfo?.oldestRecoveryPoint),
    pointCount: extendedInfo?.recoveryPointCount ?? null,
  };
}
