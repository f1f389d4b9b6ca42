import type { ResourceId } from '#src/model/resource-id.ts';
import { hasRestoreRole, lackingRestoreActions } from '#src/model/restore-rights.ts';
import type { Instant } from '#src/lib/time.ts';
import { principalOf } from '#src/wizard/draft/grant-scopes.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** What the chosen identity lacks in one scope. */
export interface LackingRights {
  readonly scope: ResourceId;
  readonly principalId: string;
  readonly actions: readonly string[];
  /** When Azure answered, as far as that is remembered. */
  readonly at: Instant | null;
}

/** Where the chosen identity may not do what a restore needs, and what it lacks there. Pure. */
export function lackingRights(reads: Reads, choices: DraftChoices): LackingRights[] {
  const principalId = principalOf(known(reads.vault), choices);
  return [reads.stagingGrants, reads.groupGrants].flatMap((read) => {
    if (read.state !== 'known' || read.value.principalId !== principalId) return [];
    const { roles, scope } = read.value;
    const actions = hasRestoreRole(roles) ? [] : lackingRestoreActions(roles);
    return actions.length === 0 ? [] : [{ scope, principalId, actions, at: read.at ?? null }];
  });
}
