import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { ProtectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { now } from '#src/lib/clock.ts';
import { instant, type Instant, parseInstant } from '#src/lib/time.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import type {
  BackupStatus,
  ProtectedItem,
  ProtectedItemDetails,
  SoftDeletion,
} from '#src/model/instances.ts';

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

const DAY_MS = 86_400_000;

/** Null for an item that isn't deleted. */
function deletionOf(properties: ProtectedItemWire['properties']): SoftDeletion | null {
  if (properties.isScheduledForDeferredDelete !== true) return null;
  const deletedAt = parseInstant(properties.deferredDeleteTimeInUTC);
  return { deletedAt, purgeAt: purgeOf(properties, deletedAt) };
}

/**
 * The retention, counted from the deletion. What remains of it is counted from the moment of the answer, which in a
 * row of Resource Graph is older than the answer: taken only where the other two are missing.
 */
function purgeOf(
  properties: ProtectedItemWire['properties'],
  deletedAt: Instant | null,
): Instant | null {
  const days = properties.softDeleteRetentionPeriod || properties.softDeleteRetentionPeriodInDays;
  if (deletedAt !== null && days) return instant(deletedAt + days * DAY_MS);
  const remaining = spanMs(properties.deferredDeleteTimeRemaining ?? '');
  return remaining === null ? null : instant(now() + remaining);
}

/** Milliseconds of `13.23:59:42.8656002`; null for anything else. */
function spanMs(text: string): number | null {
  const match = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)(?:\.\d+)?$/.exec(text);
  if (match === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return days * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Maps a backup instance from a read, a list or a Resource Graph row. */
export function toProtectedItem(wire: ProtectedItemWire): ProtectedItem {
  const { properties } = wire;
  const source = properties.sourceResourceId ?? properties.virtualMachineId ?? '';
  const named = namesIn(nameOf(wire.id));
  const vaultId = vaultIdOf(wire.id) ?? resourceId('');
  const deletion = deletionOf(properties);
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
    health: deletion === null ? healthOf(properties.healthStatus) : 'softDeleted',
    deletion,
    protectionState: properties.protectionState ?? '',
    // Empty of one that is deleted softly.
    policyName: properties.policyName || null,
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
