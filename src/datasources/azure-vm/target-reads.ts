import { grantsQuery, permissionsQuery } from '#src/api/authorization.ts';
import { diskAccessesQuery, diskEncryptionSetsQuery } from '#src/api/compute/disks.ts';
import { machineNamesQuery } from '#src/api/compute/machines.ts';
import { machineSizesQuery } from '#src/api/compute/sizes.ts';
import { virtualNetworksQuery } from '#src/api/network.ts';
import { regionsQuery, resourceGroupsQuery } from '#src/api/resources/places.ts';
import { storageAccountsQuery } from '#src/api/storage-accounts.ts';
import {
  type GroupReads,
  ownGroup,
  type RegionChoices,
  targetRegion,
} from '#src/datasources/azure-vm/target.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { Region } from '#src/model/places.ts';
import type { Vault } from '#src/model/vaults.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { one, type ReadSource } from '#src/wizard/read-table.ts';
import { known, type Read } from '#src/wizard/read.ts';

/** Paths of operations, with names for what differs. */
export const SUBSCRIPTION = '/subscriptions/{subscription}';
export const VAULT = `${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.RecoveryServices/vaults/{vault}`;
export const ITEM = `${VAULT}/backupFabrics/Azure/protectionContainers/{container}/protectedItems/{item}`;
export const COMPUTE = 'providers/Microsoft.Compute';
export const RIGHTS = 'providers/Microsoft.Authorization';
const NETWORK = `${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Network`;

/** A part of the network of the source machine. */
export const networkPart = <const After extends string>(
  what: string,
  path: string,
  after: After,
) => ({ what, operation: `GET ${NETWORK}/${path}`, apiVersion: '2024-01-01', after });

// The table of reads uses these, so nothing here may depend on a table's type.

interface ItemRead extends GroupReads {
  readonly instance: Read<ProtectedItem>;
}

/** Which identity of the vault a restore uses. */
interface IdentityChoice {
  readonly identity: 'none' | 'system' | 'user';
  readonly identityId: string | null;
}

/** The group that a restore goes to. */
interface GroupChoice {
  readonly option: RestoreKind | null;
  readonly rg: string | null;
  readonly rgIsNew: boolean;
}

/** What decides where the identity of a restore needs rights. */
export interface GrantChoices extends IdentityChoice, GroupChoice {
  readonly staging: string | null;
}

/** Whose permissions to read, and where; null if that is unknown, or there is nothing to read. */
interface GrantScopes {
  readonly principalId: string | null;
  readonly staging: ResourceId | null;
  readonly group: ResourceId | null;
}

/** Where the chosen identity needs rights, in a restore to a subscription. */
export function grantScopes(
  choices: GrantChoices,
  reads: ItemRead & { readonly vault: Read<Vault> },
  target: string,
): GrantScopes {
  return {
    principalId: principalOf(known(reads.vault), choices),
    staging: choices.staging === null ? null : resourceId(choices.staging),
    group:
      choices.rg === null && choices.option !== 'replaceDisks'
        ? null
        : targetScope(choices, reads, target),
  };
}

/** The id in the directory of the chosen identity; null for none, and for one that is not the vault's. */
export function principalOf(
  vault: Vault | undefined,
  { identity, identityId }: IdentityChoice,
): string | null {
  if (identity === 'none' || vault === undefined) return null;
  if (identity === 'system') return vault.systemPrincipalId;
  return vault.userPrincipalIds[identityId?.toLowerCase() ?? ''] ?? null;
}

/**
 * Where to read the permissions for a restore to a subscription: in the target group, which for replaced
 * disks is the VM's own. A group that isn't selected, or is still to be created, has the permissions of its
 * subscription. Null if that is unknown.
 */
export function targetScope(
  choice: GroupChoice,
  reads: ItemRead,
  target: string,
): ResourceId | null {
  const { option, rg, rgIsNew } = choice;
  if (option === 'replaceDisks') return groupOf(known(reads.instance)?.sourceResourceId ?? '');
  if (target === '') return null;
  const subscription = `/subscriptions/${target}`;
  const isMissing = rgIsNew && ownGroup(choice, reads) === null;
  return resourceId(
    rg === null || isMissing ? subscription : `${subscription}/resourceGroups/${rg}`,
  );
}

/** The group of a resource; null for an id that is no resource's. */
export function groupOf(id: string): ResourceId | null {
  const end = id.toLowerCase().indexOf('/providers/');
  return end === -1 ? null : resourceId(id.slice(0, end));
}

const { reads: words } = notKnown;

/** Where a restore goes: the id of its subscription, empty while that is not known. */
interface Target {
  readonly target: string;
}
interface OfItem {
  readonly instance: Read<ProtectedItem>;
}
interface OfVault {
  readonly vault: Read<Vault>;
}
/** What decides whether a new group is there already. */
interface OfGroup {
  readonly reads: OfItem & Pick<GroupReads, 'groups'>;
  readonly made?: GroupReads['made'];
}

/** The list of a subscription: the target's, which is the vault's own until another is chosen. */
const listOf = <const More extends Partial<ReadSource>>(
  what: string,
  operation: readonly [path: string, apiVersion: string],
  more: More,
) => ({
  what,
  operation: `GET ${SUBSCRIPTION}/${operation[0]}`,
  apiVersion: operation[1],
  after: 'instance' as const,
  unlessChosen: 'subscription' as const,
  ...more,
});

/** A query about the target subscription. */
const ofTarget =
  <Query>(query: (subscription: string) => Query) =>
  ({ target }: Target): Query | null =>
    target === '' ? null : query(target);

/** A query about the rights of the chosen identity in one of the places that need them. */
const grantsIn =
  (scopeOf: (scopes: GrantScopes) => ResourceId | null) =>
  ({
    choices,
    reads,
    made,
    target,
  }: Target & OfGroup & { readonly choices: GrantChoices; readonly reads: OfVault }) => {
    const scopes = grantScopes(choices, { ...reads, made }, target);
    const scope = scopeOf(scopes);
    return scope === null || scopes.principalId === null
      ? null
      : grantsQuery(scope, scopes.principalId);
  };

/** What is read of where a restore goes, once that is known; each read stands below those that it depends on. */
export const TARGET_READS = {
  groups: one(
    listOf(words.groups, ['resourcegroups', '2021-04-01'], { readAgain: 'atRestore' }),
    ofTarget(resourceGroupsQuery),
  ),
  accounts: one(
    listOf(words.accounts, ['providers/Microsoft.Storage/storageAccounts', '2023-05-01'], {
      readAgain: 'atRestore',
    }),
    ofTarget(storageAccountsQuery),
  ),
  networks: one(
    listOf(words.networks, ['providers/Microsoft.Network/virtualNetworks', '2024-01-01'], {
      chosenIn: 'vnet',
      readAgain: 'atRestore',
    }),
    ofTarget(virtualNetworksQuery),
  ),
  machineNames: one(
    listOf(words.machineNames, [`${COMPUTE}/virtualMachines`, '2024-03-01'], {
      readAgain: 'atRestore',
    }),
    ofTarget(machineNamesQuery),
  ),
  encryptionSets: one(
    listOf(words.encryptionSets, [`${COMPUTE}/diskEncryptionSets`, '2023-10-02'], {
      chosenIn: 'diskEncryptionSet',
      readAgain: 'atReview',
    }),
    ofTarget(diskEncryptionSetsQuery),
  ),
  diskAccesses: one(
    listOf(words.diskAccesses, [`${COMPUTE}/diskAccesses`, '2023-10-02'], {
      chosenIn: 'diskAccessId',
    }),
    ofTarget(diskAccessesQuery),
  ),
  regions: one(
    listOf(words.regions, ['locations', '2022-12-01'], { readAgain: 'atReview' }),
    ofTarget(regionsQuery),
  ),
  /** The regions as the subscription of the machine numbers their zones; asked where another is restored to. */
  ownRegions: one(
    {
      what: words.ownRegions,
      operation: `GET ${SUBSCRIPTION}/locations`,
      apiVersion: '2022-12-01',
      after: 'instance',
      readAgain: 'atReview',
    },
    ({ reads, target }: Target & { readonly reads: OfItem }) => {
      const item = known(reads.instance);
      return item === undefined || target === '' || sameId(target, item.subscriptionId)
        ? null
        : regionsQuery(item.subscriptionId);
    },
  ),
  /** What the person may do where the restore would go. */
  permissions: one(
    {
      what: words.permissions,
      operation: `GET {scope}/${RIGHTS}/permissions`,
      apiVersion: '2022-04-01',
      after: 'instance',
      unlessChosen: 'subscription',
      readAgain: 'atReview',
    },
    ({ choices, reads, made, target }: Target & OfGroup & { readonly choices: GroupChoice }) => {
      const scope = targetScope(choices, { ...reads, made }, target);
      return scope === null ? null : permissionsQuery(scope);
    },
  ),
  /** Sizes of machines where the restore would go; asked for a new machine only. */
  sizes: one(
    {
      what: words.sizes,
      operation: `GET ${SUBSCRIPTION}/${COMPUTE}/skus`,
      apiVersion: '2021-07-01',
      after: 'vault',
      readAgain: 'atReview',
    },
    ({
      choices,
      reads,
      target,
    }: Target & {
      readonly choices: RegionChoices;
      readonly reads: OfVault & { readonly regions: Read<Region[]> };
    }) => {
      const region = targetRegion(choices, reads) ?? '';
      return target === '' || region === '' ? null : machineSizesQuery(target, region);
    },
    ({ choices }: { readonly choices: { readonly option: RestoreKind | null } }) =>
      choices.option === 'createVm',
  ),
  /** The roles of the chosen identity on the staging storage account, and then what each role gives. */
  stagingGrants: one(
    {
      what: words.stagingGrants,
      operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{account}/${RIGHTS}/roleAssignments`,
      apiVersion: '2022-04-01',
      after: 'vault',
      chosenIn: 'staging',
      readAgain: 'atReview',
    },
    grantsIn(({ staging }) => staging),
  ),
  /** The same in the group restored to. */
  groupGrants: one(
    {
      what: words.groupGrants,
      operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/${RIGHTS}/roleAssignments`,
      apiVersion: '2022-04-01',
      after: 'vault',
      chosenIn: 'rg',
      readAgain: 'atReview',
    },
    grantsIn(({ group }) => group),
  ),
};
