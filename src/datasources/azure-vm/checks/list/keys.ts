import { nameOf } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/reads/read.ts';
import { about, type Check, type CheckInput } from '#src/datasources/azure-vm/checks/check.ts';
import { type CheckResult, type Remedy, worst, unread } from '#src/wizard/review/check.ts';
import { recoverCommand } from '#src/datasources/azure-vm/checks/commands.ts';
import { keyVaultsOf } from '#src/datasources/azure-vm/checks/scopes.ts';
import type { PreflightReads } from '#src/datasources/azure-vm/checks/preflight.ts';

const words = preflight.keys;
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
        unread(input.view.reads.encryptionSets, words.readSets) ?? {
          state: 'notChecked',
          found: words.notReported,
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
  const missing = unread(read, words.read(name));
  if (missing !== null) return missing;
  if (known(read) === true) return { state: 'passed', found: words.there(name) };
  const choose: Remedy[] =
    view.shown.diskEncryptionSet === null
      ? []
      : [{ kind: 'field', step: 'configuration', field: 'diskEncryptionSet' }];
  return {
    // Azure accepts the restore; whether its disks then can be used depends on the key.
    state: 'warned',
    found: words.gone(name),
    remedies: [...choose, { kind: 'command', label: words.recover, command: recoverCommand(name) }],
  };
}
