import { allows, type Permission } from '#src/model/roles.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import { wizard } from '#src/strings/wizard.ts';
import { targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import { RESTORE_ACTION } from '#src/datasources/azure-vm/facts.ts';
import {
  about,
  type Check,
  type CheckInput,
  named,
} from '#src/datasources/azure-vm/checks/check.ts';
import { type CheckResult, type CheckState, unread } from '#src/wizard/review/check.ts';
import { ownGrantCommand } from '#src/datasources/azure-vm/checks/commands.ts';
import { networkGroup, targetSubscriptionOf } from '#src/datasources/azure-vm/checks/scopes.ts';

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
  /** What might come of it, where Azure doesn’t reject the restore for certain. */
  readonly risk?: string;
}

function resultFor(read: Read<readonly Permission[]>, right: Right): CheckResult {
  const { action, role, scope, lacking, what, risk } = right;
  const missing = unread(read, what);
  if (missing !== null) return missing;
  if (allows(known(read) ?? [], action)) {
    return { state: 'passed', found: words.allowed(action, nameOf(scope ?? '')) };
  }
  return {
    state: lacking,
    found: [words.notAllowed(action, nameOf(scope ?? '')), risk ?? []].flat().join(' '),
    remedies: [
      { kind: 'command', label: words.forOwner, command: ownGrantCommand(role, scope ?? '') },
    ],
  };
}

const onVault: Check = {
  id: 'rightsVault',
  from: ['vaultRights'],
  run: ({ view, reads }) =>
    resultFor(reads.vaultRights, {
      action: RESTORE_ACTION,
      role: 'Backup Operator',
      scope: known(view.reads.vault)?.id ?? null,
      what: words.readVault,
      lacking: 'failed',
    }),
};

/**
 * The rules cover the restores that Azure rejects without this permission; Azure still restores disks of one
 * subscription.
 */
const onTarget: Check = {
  id: 'rightsTarget',
  claims: named('config.no-permission.fallback', 'identity.rbac.create-vm', 'csr.rbac'),
  from: ['permissions'],
  run: ({ view }: CheckInput) =>
    resultFor(view.reads.permissions, {
      action:
        view.shown.option === 'restoreDisks'
          ? 'Microsoft.Compute/disks/write'
          : 'Microsoft.Compute/virtualMachines/write',
      role: 'Virtual Machine Contributor',
      scope: targetScope(view.draft.choices, view.reads, targetSubscriptionOf(view) ?? ''),
      what: words.readTarget,
      lacking: 'warned',
    }),
};

const onNetwork: Check = {
  id: 'rightsNetwork',
  from: ['networkRights'],
  run: ({ view, reads }) =>
    view.shown.option === 'createVm'
      ? resultFor(reads.networkRights, {
          action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
          role: 'Network Contributor',
          scope: networkGroup(view),
          what: words.readNetwork,
          // Whether Azure asks it of the person or of the vault isn't documented.
          lacking: 'warned',
          risk: words.mightFail,
        })
      : null,
};

/** What the person may do, action by action and scope by scope. */
export const rights: readonly Check[] = [onVault, onTarget, onNetwork];

/** Whether the vault's identity has the permissions that the restore needs, as the rules judge it. */
export const identity: Check = {
  id: 'identity',
  claims: (rule) => rule.group === 'identity' || about('identity', 'identityId')(rule),
  from: ['vault', 'stagingGrants', 'groupGrants'],
  run: ({ view, findings }) => {
    const { identity: chosen, identityId } = view.shown;
    const { refused, warned, notChecked } = findings;
    const isSilent = refused.length + warned.length + notChecked.length === 0;
    if (chosen === 'none' && isSilent) return null;
    const name = wizard.configuration.identities[chosen ?? 'none'];
    return {
      state: 'passed',
      found: preflight.chosen(wizard.configuration.identity, identityId ?? name),
    };
  },
};
