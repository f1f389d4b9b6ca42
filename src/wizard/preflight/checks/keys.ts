import { nameOf } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { type Check, type Look, type Remedy, worst } from '#src/wizard/preflight/check.ts';
import { about } from '#src/wizard/preflight/claims.ts';
import { keyVaultsOf } from '#src/wizard/preflight/key-vaults.ts';
import type { PreflightReads } from '#src/wizard/draft/preflight-reads.ts';
import type { Seen } from '#src/wizard/preflight/seen.ts';
import { unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.keys;
const isAboutSet = about('diskEncryptionSet');

/**
 * Whether the key vaults are there that the restored disks hang on. What is in them no management API
 * tells, so that a key which is gone, or which a set may not use, is not seen here.
 */
export const keys: Check = {
  id: 'keys',
  claims: (rule) => rule.group === 'encryption' || isAboutSet(rule),
  from: ['keyVaults', 'encryptionSets', 'points', 'secondaryPoints'],
  look: (seen) => {
    const wanted = keyVaultsOf(seen.view);
    if (wanted === null) return null;
    if (wanted.length === 0) {
      return (
        unread(seen.view.reads.encryptionSets, words.readSets) ?? {
          state: 'notChecked',
          found: words.notTold,
        }
      );
    }
    const looks = seen.asked.keyVaults.map((vault) => lookAt(vault, seen));
    return {
      state: worst(looks.map(({ state }) => state)),
      found: looks.map(({ found }) => found).join(' '),
      remedies: looks.flatMap(({ remedies }) => remedies ?? []),
    };
  },
};

function lookAt({ id, read }: PreflightReads['keyVaults'][number], { view }: Seen): Look {
  const name = nameOf(id);
  const missing = unread(read, words.read(name));
  if (missing !== null) return missing;
  if (known(read) === true) return { state: 'passed', found: words.there(name) };
  const choose: Remedy[] =
    view.shown.diskEncryptionSet === null
      ? []
      : [{ kind: 'field', step: 'configuration', field: 'diskEncryptionSet' }];
  return {
    state: 'failed',
    found: words.gone(name),
    remedies: [...choose, { kind: 'command', label: words.recover, text: words.command(name) }],
  };
}
