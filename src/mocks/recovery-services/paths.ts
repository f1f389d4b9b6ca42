import {
  failure,
  forbidden,
  invalidInput,
  itemNotFound,
  resourceNotFound,
} from '#src/mocks/errors.ts';
import { hasTier } from '#src/mocks/recovery-services/judgement.ts';
import { type Answer, type Call, handlersBy, param } from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { withPoints, withTiers } from '#src/mocks/world/changes.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { findGroup, findInstance, findMachine, findVault } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** Paths of azure-contract's shorthand, as patterns of the router. */
export const vaultsPath =
  '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.RecoveryServices/vaults';
export const vaultPath = `${vaultsPath}/{vault}`;
export const itemPath = `${vaultPath}/backupFabrics/{fabric}/protectionContainers/{container}/protectedItems/{item}`;
export const pointPath = `${itemPath}/recoveryPoints/{point}`;

/** Prefix of all actions on a vault (azure-contract §6). */
export const vaultAction = 'Microsoft.RecoveryServices/vaults';
export const itemAction = `${vaultAction}/backupFabrics/protectionContainers/protectedItems`;

const isAnswer = (found: object): found is Answer => 'status' in found;

/** Runs `work` with the vault that the path names, or answers that it is not there. */
export function withVault(call: Call, work: (vault: VaultSeed) => Answer): Answer {
  const found = vaultOf(call);
  return isAnswer(found) ? found : work(found);
}

/** {@link withVault} as a handler. */
export const onVault = handlersBy(withVault);

/** The id of the vault that the parameters of a path name. */
export const vaultIdIn = ({ sub = '', rg = '', vault = '' }: Call['params']): string =>
  `/subscriptions/${sub}/resourceGroups/${rg}/providers/Microsoft.RecoveryServices/vaults/${vault}`;

function vaultOf(call: Call): VaultSeed | Answer {
  return (
    findVault(call.state, vaultIdIn(call.params)) ??
    resourceNotFound('Microsoft.RecoveryServices/vaults', param(call, 'vault'), param(call, 'rg'))
  );
}

/** Runs `work` with the backup instance that the path names, in the vault's own region. */
export function withItem(
  call: Call,
  work: (instance: InstanceSeed, vault: VaultSeed) => Answer,
): Answer {
  return withVault(call, (vault) =>
    isSecondary(call) ? notCrossRegion() : withItemOf(call, vault, (item) => work(item, vault)),
  );
}

/** {@link withItem} as a handler. */
export const onItem = handlersBy(withItem);

/** Runs `work` with the item as the region has it which the api-version asks. */
export function withItemRead(call: Call, work: (instance: InstanceSeed) => Answer): Answer {
  return withVault(call, (vault) => {
    if (!isSecondary(call)) return withItemOf(call, vault, work);
    if (!hasSecondary(vault)) return notCrossRegion();
    return withItemOf(call, vault, (item) => {
      const replica = replicaOf(call.state, item, call.now);
      return replica === null ? itemNotFound(param(call, 'item')) : work(replica);
    });
  });
}

/** {@link withItemRead} as a handler. */
export const onItemRead = handlersBy(withItemRead);

/** The id of the backup instance that a path names in a vault. */
export const itemIdIn = (call: Call, { id }: VaultSeed): string =>
  `${id}/backupFabrics/${param(call, 'fabric')}/protectionContainers/${param(call, 'container')}/protectedItems/${param(call, 'item')}`;

function withItemOf(
  call: Call,
  vault: VaultSeed,
  work: (instance: InstanceSeed) => Answer,
): Answer {
  const instance = findInstance(call.state, itemIdIn(call, vault));
  return instance === undefined ? itemNotFound(param(call, 'item')) : work(instance);
}

interface Wish {
  /** What a role must allow. */
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
  readonly scope: string;
}

/** The only action on a forbidden vault that the person has: to see that it is there. */
export const SEE_VAULT = `${vaultAction}/read`;

const isAboutBackups = (action: string): boolean =>
  action.startsWith(`${vaultAction}/`) && action !== SEE_VAULT;

/** Whether the person lacks access to a vault. */
export const isForbidden = (vault: VaultSeed | undefined): boolean => vault?.isForbidden === true;

/**
 * The 403 for every request in a vault without access, except for the vault itself, and for every
 * request beyond reading in a read-only one; null otherwise.
 */
export function refuseWithoutRight(state: State, { action, params, scope }: Wish): Answer | null {
  if (!isAboutBackups(action)) return null;
  const vault = findVault(state, vaultIdIn(params));
  const isRefused = isForbidden(vault) || (vault?.isReadOnly === true && !action.endsWith('/read'));
  return isRefused ? forbidden(action, scope) : null;
}

/** The 403 for a change of what lies in a group that the person may only read; null for other groups. */
export function refuseInReadOnlyGroup(call: Call, action: string, scope: string): Answer | null {
  const group = { subscriptionId: param(call, 'sub'), name: param(call, 'rg') };
  return findGroup(call.state, groupId(group))?.isReadOnly === true
    ? forbidden(action, scope)
    : null;
}

/**
 * What there is in the secondary region of a vault (azure-contract §9; document 000, Cross Region
 * Restore).
 */

/** Versions that ask the secondary region (azure-contract §9). */
const secondaryVersions: ReadonlySet<string> = new Set(['2018-12-20', '2021-11-15', '2023-01-15']);

export const isSecondary = ({ apiVersion }: Call): boolean => secondaryVersions.has(apiVersion);

/** Only geo-redundant vaults can have the feature (document 000, Cross Region Restore). */
export const hasSecondary = ({ redundancy, crossRegionRestore }: VaultSeed): boolean =>
  redundancy === 'GeoRedundant' && crossRegionRestore === 'Enabled';

/** 400 of the secondary plane for a vault without the feature (I). */
export function notCrossRegion(): Answer {
  return failure(
    400,
    'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault',
    'Cross Region Restore is not enabled in this vault.',
  );
}

/**
 * Document 000, Restore in secondary region: up to twelve hours to replicate, which with a day
 * between backups makes the 36 hours. Each point takes the longest.
 */
const REPLICATION_MS = 12 * 3_600_000;

/**
 * A backup instance in the secondary region: points that were in the vault long enough, without
 * snapshots and archive, which are not replicated. Null where there is none, and for machines with
 * unmanaged disks (document 000, View backup items in secondary region).
 */
export function replicaOf(state: State, instance: InstanceSeed, now: number): InstanceSeed | null {
  if (findMachine(state, instance.machineId)?.isManaged !== true) return null;
  const isReplicated = (point: PointSeed): boolean =>
    hasTier(point, 'HardenedRP') && now - isoMs(point.time) >= REPLICATION_MS;
  const points = instance.points
    .filter(isReplicated)
    .map((point) => withTiers(point, [{ type: 'HardenedRP', status: 'Valid' }]));
  return points.length === 0 ? null : withPoints(instance, points);
}

/** Paths of requests to a region itself. */
export const locationPath =
  '/subscriptions/{sub}/providers/Microsoft.RecoveryServices/locations/{region}';
export const locationAction = 'Microsoft.RecoveryServices/locations';

/** Runs `work` in the versions that know the secondary region; in others there is no such thing (G). */
export function inSecondary(call: Call, work: () => Answer): Answer {
  return isSecondary(call)
    ? work()
    : failure(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for API version '${call.apiVersion}'. The supported versions are '${[...secondaryVersions].join(', ')}'.`,
      );
}

/** {@link inSecondary} as a handler. */
export const onSecondary = handlersBy(inSecondary);

/** Runs `work` with the vault of an id, if the person may see its backups and it has the feature. */
export function withSecondaryVault(
  { state }: Call,
  id: string,
  action: string,
  work: (vault: VaultSeed) => Answer,
): Answer {
  const vault = findVault(state, id);
  if (vault === undefined) return invalidInput('resourceId is not the id of a vault.');
  if (isForbidden(vault)) return forbidden(action, vault.id);
  return hasSecondary(vault) ? work(vault) : notCrossRegion();
}
