import { forbidden } from '#src/mocks/errors.ts';
import { vaultAction, vaultIdIn } from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, param } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { findGroup, findVault } from '#src/mocks/world/lookup.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';

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
