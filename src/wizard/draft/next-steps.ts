import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { Settled } from '#src/rules/settle.ts';

type Id = CatalogueRule['id'];

/** What is said before a restore and stays to be minded after it. */
const STAYS: readonly Id[] = [
  'backup-again.continues',
  'crr.cmk-becomes-non-cmk',
  'create-vm.staging.unmanaged-vhds',
  'restore-disks.unmanaged-blobs',
  'platform.copy.host-name',
];

/** Ids of the rules that say what to do after the restore as it is chosen. Pure. */
export function nextStepsOf({ verdicts }: Pick<Settled, 'verdicts'>): Id[] {
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && (rule.kind === 'checklist' || STAYS.includes(rule.id)) ? [rule.id] : [],
  );
}
