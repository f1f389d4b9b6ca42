import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** The parts of an id that people know a resource by. */
interface ResourceParts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** `Microsoft.RecoveryServices/vaults`, as spelled. */
  readonly type: string;
  readonly name: string;
}

/**
 * Takes an id apart. Tolerates a doubled prefix (`/subscriptions//subscriptions/…`, document 004)
 * and any letter case. Null when it is no id of a resource in a group.
 */
export function parseResourceId(id: string): ResourceParts | null {
  const match =
    /^\/subscriptions\/(?:\/subscriptions\/)?([^/]+)\/resourceGroups\/([^/]+)(?:\/providers\/([^/]+)((?:\/[^/]+\/[^/]+)+))?\/?$/i.exec(
      id,
    );
  if (match === null) return null;
  const [, subscriptionId = '', resourceGroup = '', namespace, rest] = match;
  if (namespace === undefined || rest === undefined) {
    return {
      subscriptionId,
      resourceGroup,
      type: 'Microsoft.Resources/resourceGroups',
      name: resourceGroup,
    };
  }
  const segments = rest.split('/').slice(1);
  const types = segments.filter((_, index) => index % 2 === 0);
  return {
    subscriptionId,
    resourceGroup,
    type: [namespace, ...types].join('/'),
    name: segments.at(-1) ?? '',
  };
}

/** The id of a resource group. */
export function resourceGroupId(subscriptionId: string, name: string): ResourceId {
  return resourceId(`/subscriptions/${subscriptionId}/resourceGroups/${name}`);
}

/** The resource group of a resource, from its id; one without names where the id has none. */
export function groupIdOf(id: string): ResourceId {
  const { subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {};
  return resourceGroupId(subscriptionId, resourceGroup);
}

/** The vault's part of an id of anything inside a Recovery Services vault; null for other ids. */
export function vaultIdOf(id: string): ResourceId | null {
  const match = /^.*?\/providers\/Microsoft\.RecoveryServices\/vaults\/[^/]+/i.exec(id);
  return match === null ? null : resourceId(match[0]);
}

/** The vault's part of an id of anything inside a Backup vault; null for other ids. */
export function backupVaultIdOf(id: string): ResourceId | null {
  const match = /^.*?\/providers\/Microsoft\.DataProtection\/backupVaults\/[^/]+/i.exec(id);
  return match === null ? null : resourceId(match[0]);
}
