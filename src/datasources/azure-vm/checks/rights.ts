import {
  about,
  type Check,
  type CheckInput,
  keyVaultsOf,
  rulesNamed,
  networkGroup,
  ownGrantCommand,
  type PreflightReads,
  recoverCommand,
  targetSubscriptionOf,
} from '#src/datasources/azure-vm/checks/preflight.ts';
import { RESTORE_ACTION } from '#src/datasources/azure-vm/facts.ts';
import { targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { allows, type Permission } from '#src/model/roles.ts';
import { preflight } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import {
  type CheckResult,
  type CheckState,
  type Remedy,
  unread,
  worst,
} from '#src/wizard/review/check.ts';

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
  claims: rulesNamed('config.no-permission.fallback', 'identity.rbac.create-vm', 'csr.rbac'),
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

const keyWords = preflight.keys;
const isAboutSet = about('diskEncryptionSet');

/**
 * Whether the key vaults that the restored disks depend on exist. No management API reports their contents,
 * so this check misses a deleted key, or one that a disk encryption set can't use.
 */
export const keys: Check = {
  id: 'keys',
  claims: (rule) => rule.group === 'encryption' || isAboutSet(rule),
  from: ['keyVaults', 'encryptionSets', 'points', 'secondaryPoints'],
  run: (input) => {
    const wanted = keyVaultsOf(input.view);
    if (wanted === null) return null;
    if (wanted.length === 0) {
      return (
        unread(input.view.reads.encryptionSets, keyWords.readSets) ?? {
          state: 'notChecked',
          found: keyWords.notReported,
        }
      );
    }
    const results = input.reads.keyVaults.map((vault) => vaultResult(vault, input));
    return {
      state: worst(results.map(({ state }) => state)),
      found: results.map(({ found }) => found).join(' '),
      remedies: results.flatMap(({ remedies }) => remedies ?? []),
    };
  },
};

function vaultResult(
  { id, read }: PreflightReads['keyVaults'][number],
  { view }: CheckInput,
): CheckResult {
  const name = nameOf(id);
  const missing = unread(read, keyWords.read(name));
  if (missing !== null) return missing;
  if (known(read) === true) return { state: 'passed', found: keyWords.there(name) };
  const choose: Remedy[] =
    view.shown.diskEncryptionSet === null
      ? []
      : [{ kind: 'field', step: 'configuration', field: 'diskEncryptionSet' }];
  return {
    // Azure accepts the restore; whether its disks then can be used depends on the key.
    state: 'warned',
    found: keyWords.gone(name),
    remedies: [
      ...choose,
      { kind: 'command', label: keyWords.recover, command: recoverCommand(name) },
    ],
  };
}
