import type { Vault } from '#src/model/recovery-services.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** Whose rights are asked for, and where; null where that is not known, or where nothing is to be asked. */
export interface GrantScopes {
  readonly principalId: string | null;
  readonly staging: ResourceId | null;
  readonly group: ResourceId | null;
}

/** Where the chosen identity needs rights, in a restore to a subscription. */
export function grantScopes(
  choices: DraftChoices,
  reads: Pick<Reads, 'instance' | 'vault'>,
  target: string,
): GrantScopes {
  return {
    principalId: principalOf(known(reads.vault), choices),
    staging: choices.staging === null ? null : resourceId(choices.staging),
    group:
      choices.option === 'replaceDisks'
        ? groupOf(known(reads.instance)?.sourceResourceId ?? '')
        : groupScope(choices, target),
  };
}

/** The id in the directory of the chosen identity; null for none, and for one that is not the vault's. */
export function principalOf(
  vault: Vault | undefined,
  { identity, identityId }: Pick<DraftChoices, 'identity' | 'identityId'>,
): string | null {
  if (identity === 'none' || vault === undefined) return null;
  if (identity === 'system') return vault.systemPrincipalId;
  return vault.userPrincipalIds[identityId?.toLowerCase() ?? ''] ?? null;
}

/** What is restored to: a group that is still to be made has the rights of its subscription. */
function groupScope({ rg, rgIsNew }: DraftChoices, target: string): ResourceId | null {
  if (rg === null || target === '') return null;
  const subscription = `/subscriptions/${target}`;
  return resourceId(rgIsNew ? subscription : `${subscription}/resourceGroups/${rg}`);
}

/** The group of a machine, to which its disks come back. */
function groupOf(machineId: string): ResourceId | null {
  const end = machineId.toLowerCase().indexOf('/providers/');
  return end === -1 ? null : resourceId(machineId.slice(0, end));
}
