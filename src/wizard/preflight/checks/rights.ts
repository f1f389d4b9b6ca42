import { allows } from '#src/model/permission.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { targetScope } from '#src/wizard/draft/grant-scopes.ts';
import { RESTORE_ACTION } from '#src/wizard/draft/rights-facts.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import type { Permission } from '#src/model/permission.ts';
import type { Check, CheckState, Look } from '#src/wizard/preflight/check.ts';
import { named } from '#src/wizard/preflight/claims.ts';
import type { Seen } from '#src/wizard/preflight/seen.ts';
import { unread } from '#src/wizard/preflight/unread.ts';
import { networkGroup, targetOf } from '#src/wizard/preflight/scopes.ts';

const words = preflight.rights;

/** What a restore needs a person to be allowed, and where. */
interface Right {
  readonly action: string;
  /** The role of Azure's own that gives it. */
  readonly role: string;
  readonly scope: string | null;
  readonly what: string;
  /** What it means where it is lacking. */
  readonly lacking: CheckState;
}

function lookFor(read: Read<readonly Permission[]>, right: Right): Look {
  const { action, role, scope, lacking, what } = right;
  const missing = unread(read, what);
  if (missing !== null) return missing;
  if (allows(known(read) ?? [], action)) {
    return { state: 'passed', found: words.allowed(action, nameOf(scope ?? '')) };
  }
  return {
    state: lacking,
    found: words.notAllowed(action, nameOf(scope ?? '')),
    remedies: [{ kind: 'command', label: words.forOwner, text: words.command(role, scope ?? '') }],
  };
}

const onVault: Check = {
  id: 'rightsVault',
  from: ['vaultRights'],
  look: ({ view, asked }) =>
    lookFor(asked.vaultRights, {
      action: RESTORE_ACTION,
      role: 'Backup Operator',
      scope: known(view.reads.vault)?.id ?? null,
      what: words.readVault,
      lacking: 'failed',
    }),
};

/** Where Azure refuses without it the rules say so; disks of one subscription it makes all the same. */
const onTarget: Check = {
  id: 'rightsTarget',
  claims: named('config.no-permission.fallback', 'identity.rbac.create-vm', 'csr.rbac'),
  from: ['permissions'],
  look: ({ view }: Seen) =>
    lookFor(view.reads.permissions, {
      action:
        view.shown.option === 'restoreDisks'
          ? 'Microsoft.Compute/disks/write'
          : 'Microsoft.Compute/virtualMachines/write',
      role: 'Virtual Machine Contributor',
      scope: targetScope(view.draft.choices, view.reads, targetOf(view) ?? ''),
      what: words.readTarget,
      lacking: 'warned',
    }),
};

const onNetwork: Check = {
  id: 'rightsNetwork',
  from: ['networkRights'],
  look: ({ view, asked }) =>
    view.shown.option === 'createVm'
      ? lookFor(asked.networkRights, {
          action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
          role: 'Network Contributor',
          scope: networkGroup(view),
          what: words.readNetwork,
          lacking: 'failed',
        })
      : null,
};

/** What the person may do, action by action and scope by scope. */
export const rights: readonly Check[] = [onVault, onTarget, onNetwork];
