import type { ResourceId } from '#src/model/resource-id.ts';
import { hasRestoreRole, lackingRestoreActions } from '#src/model/roles.ts';
import type { Instant } from '#src/lib/time.ts';
import { principalOf } from '#src/datasources/azure-vm/target-reads.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

/** What the chosen identity lacks in one scope. */
export interface LackingRights {
  readonly scope: ResourceId;
  readonly principalId: string;
  readonly actions: readonly string[];
  /** When Azure answered, as far as that is remembered. */
  readonly at: Instant | null;
}

/** Where the selected identity lacks permissions that a restore needs, and which. Pure. */
export function lackingRights(reads: Reads, choices: VmChoices): LackingRights[] {
  const principalId = principalOf(known(reads.vault), choices);
  return [reads.stagingGrants, reads.groupGrants].flatMap((read) => {
    if (read.state !== 'known' || read.value.principalId !== principalId) return [];
    const { roles, scope } = read.value;
    const actions = hasRestoreRole(roles) ? [] : lackingRestoreActions(roles);
    return actions.length === 0 ? [] : [{ scope, principalId, actions, at: read.at ?? null }];
  });
}
