import type { RestoreKind } from '#src/model/jobs.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { Vault } from '#src/model/vaults.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { type GroupReads, ownGroup } from '#src/datasources/azure-vm/choices/own-group.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

// The table of reads uses these, so nothing here may depend on a table's type.

interface ItemRead extends GroupReads {
  readonly instance: Read<ProtectedItem>;
}

/** Which identity of the vault a restore uses. */
export interface IdentityChoice {
  readonly identity: 'none' | 'system' | 'user';
  readonly identityId: string | null;
}

/** The group that a restore goes to. */
export interface GroupChoice {
  readonly option: RestoreKind | null;
  readonly rg: string | null;
  readonly rgIsNew: boolean;
}

/** What decides where the identity of a restore needs rights. */
export interface GrantChoices extends IdentityChoice, GroupChoice {
  readonly staging: string | null;
}

/** Whose permissions to read, and where; null if that is unknown, or there is nothing to read. */
export interface GrantScopes {
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
