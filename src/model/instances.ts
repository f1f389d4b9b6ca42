import type { ListOrder } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { SourceTag } from '#src/model/machines.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/**
 * A backup that someone deleted, and that Azure still keeps: nothing of it can be restored until it is undeleted.
 * Null: not reported.
 */
export interface SoftDeletion {
  readonly deletedAt: Instant | null;
  /** When Azure destroys its restore points. */
  readonly purgeAt: Instant | null;
}

/** Whether a backup instance is deleted softly; undefined while it isn't read. */
export const isDeletedSoftly = (
  item: { readonly deletion: SoftDeletion | null } | undefined,
): boolean | undefined => item && item.deletion !== null;

/** A VM that a vault protects: what a restore starts from. */
export interface ProtectedItem {
  readonly id: ResourceId;
  readonly vaultId: ResourceId;
  readonly vaultName: string;
  readonly subscriptionId: string;
  /** The vault's region; null where the answer does not name it. */
  readonly region: string | null;
  /** The source VM's name and group; the VM itself may be gone. */
  readonly friendlyName: string;
  readonly resourceGroup: string;
  readonly sourceResourceId: ResourceId;
  readonly deployment: 'arm' | 'classic';
  /** Of one that is deleted softly, `softDeleted`: Azure reports such a one as healthy. */
  readonly health: 'passed' | 'actionSuggested' | 'actionRequired' | 'unknown' | 'softDeleted';
  /** Null: it isn't deleted. */
  readonly deletion: SoftDeletion | null;
  readonly protectionState: string;
  readonly policyName: string | null;
  readonly lastBackupAt: Instant | null;
  readonly lastBackupStatus: BackupStatus;
  readonly lastRecoveryPointAt: Instant | null;
}

/** Whether a protection takes no more backups, by Azure's word; without a word that isn't known. */
export const isProtectionStopped = (state: string): boolean | undefined =>
  state === '' ? undefined : /stopped|suspended|paused|notprotected/i.test(state);

/** Status of the latest backup. `unknown`: Azure doesn't report it, or with an unknown word. */
export type BackupStatus = 'completed' | 'failed' | 'inProgress' | 'unknown';

/** What only a read of the one item tells, and no list. Null: it does not say. */
export interface ProtectedItemDetails extends ProtectedItem {
  readonly oldestPointAt: Instant | null;
  readonly pointCount: number | null;
}

export const HEALTHS = [
  'passed',
  'actionSuggested',
  'actionRequired',
  'softDeleted',
  'unknown',
] as const;

/** Whether what is protected is still there. */
export const SOURCES = ['exists', 'deleted'] as const;
type SourceState = (typeof SOURCES)[number];

/** How old the latest restore point of a backup instance may be before it counts as too old. */
export const POINT_AGES = ['12h', '24h', '48h', '7d'] as const;
export type PointAge = (typeof POINT_AGES)[number];

/** What a list can be narrowed to by latest restore points: those older than an age count without one, too. */
export const POINT_FILTERS = [...POINT_AGES, 'none'] as const;
export type PointAgeFilter = (typeof POINT_FILTERS)[number];

/** Which backup instances a list shows. An empty list of values means all. */
export interface InstanceFilter {
  /** A part of the machine's name, in any letter case; empty: all. */
  readonly search: string;
  readonly vaults: readonly ResourceId[];
  readonly subscriptions: readonly string[];
  readonly regions: readonly string[];
  readonly healths: readonly ProtectedItem['health'][];
  readonly sources: readonly SourceState[];
  /** Of several ages the shortest counts. */
  readonly older: readonly PointAgeFilter[];
  /** Tags of the source, of which it has one; left out: all. */
  readonly tags?: readonly SourceTag[];
}

export const INSTANCE_SORTS = [
  'name',
  'vault',
  'subscription',
  'region',
  'lastPoint',
  'health',
] as const;
export type InstanceSort = (typeof INSTANCE_SORTS)[number];

export type InstanceOrder = ListOrder<InstanceSort>;

/** No filter at all. */
export const EVERYTHING: InstanceFilter = {
  search: '',
  vaults: [],
  subscriptions: [],
  regions: [],
  healths: [],
  sources: [],
  older: [],
};

/** The usual order. */
export const BY_NAME: InstanceOrder = { by: 'name', isDescending: false };

/** How an address says that the secondary region is looked into. */
export function viewSearch(isSecondary: boolean): { view?: 'secondary' } {
  return isSecondary ? { view: 'secondary' } : {};
}

/** The name of what a backup instance of Azure protects: the last part of a VM's item, or the disk's own name. */
export function instanceName(id: string): string {
  const [first = '', ...rest] = nameOf(id).split(';');
  return rest.at(-1) ?? diskNameIn(first);
}

/** Azure names a backup instance by the disk, twice or beside its group, and an id of its own. */
function diskNameIn(instance: string): string {
  const name = instance.replace(/-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '');
  return /^(.+)-\1$/.exec(name)?.[1] ?? name;
}
