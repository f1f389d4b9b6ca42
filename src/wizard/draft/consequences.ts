import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { withValue } from '#src/rules/choices.ts';
import { settle } from '#src/rules/settle.ts';
import { ruleText } from '#src/strings/rules.ts';
import { submission } from '#src/strings/submission.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { nearestOf } from '#src/wizard/draft/nearest.ts';
import { reasonOf } from '#src/wizard/draft/reason.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

type Id = CatalogueRule['id'];
type RestoreType = NonNullable<DraftChoices['option']>;

/** What a kind of restore does not bring back as it was. */
const LOST: readonly Id[] = [
  'special.availability-set',
  'special.multi-nic',
  'special.reserved-ips',
  'special.load-balancer',
  'special.hub',
  'after.static-ip',
  'after.extensions',
  'crr.cmk-becomes-non-cmk',
];

/** What it brings besides, beside a source that is still there. */
const BESIDE_SOURCE: readonly Id[] = ['platform.copy.host-name'];

/** What will lie in the staging account, and what of it is to be deleted. */
const STAGED: readonly Id[] = [
  'create-vm.staging.unmanaged-vhds',
  'restore-disks.unmanaged-blobs',
  'restore-disks.vhd.vault-under-4tb',
  'restore-disks.vhd.over-4tb-none',
  'restore-disks.instant.template-only',
  'restore-disks.vhd.cleanup',
  'replace.vhd.vault-under-4tb',
  'replace.vhd.cleanup',
  'special.network.vhds',
];

/** Whether the restored machine is backed up. */
const BACKUP: readonly Id[] = [
  'backup-again.continues',
  'backup-again.setup',
  'backup-again.template-vm',
];

const rulesOf = (ids: readonly Id[]): readonly CatalogueRule[] =>
  catalogue.filter(({ id }) => ids.includes(id));
const BESIDE = {
  lost: rulesOf(LOST),
  option: rulesOf([...LOST, ...BESIDE_SOURCE]),
  staging: rulesOf(STAGED),
  rg: rulesOf(BACKUP),
} as const;

/** Something that a choice brings with it: in a few words, and with its rule for who asks. */
export interface Consequence {
  readonly id: Id;
  readonly text: string;
  readonly explain: () => Explanation;
}

/** What a kind of restore does not bring back as it was. Pure. */
export function lossesOf(view: DraftView, option: RestoreType): Consequence[] {
  return ofKind(view, option, BESIDE.lost);
}

/** All that a kind of restore would bring with it, said before it is chosen. Pure. */
export function effectsOf(view: DraftView, option: RestoreType): Consequence[] {
  return ofKind(view, option, BESIDE.option);
}

function ofKind(
  view: DraftView,
  option: RestoreType,
  rules: readonly CatalogueRule[],
): Consequence[] {
  const group = option === 'replaceDisks' ? 'replaceExisting' : 'createNew';
  const choices = withValue(withValue(view.choices, 'group', group), 'option', option);
  return consequences({ ...view, choices }, rules);
}

/** What the restore as it is chosen leaves in the staging account, or means for the next backup. */
export function consequencesOf(view: DraftView, field: 'staging' | 'rg'): Consequence[] {
  return consequences(view, BESIDE[field]);
}

function consequences(view: DraftView, rules: readonly CatalogueRule[]): Consequence[] {
  const { choices, verdicts } = settle(view.facts, view.choices, rules);
  const ground = { ...view, choices };
  return verdicts.flatMap(({ rule, state }) =>
    state !== 'speaks'
      ? []
      : [
          {
            id: rule.id,
            text: textOf(rule, view),
            explain: () => {
              const nearest = nearestOf(view, [rule], ground);
              return {
                reasons: [reasonOf(rule, ground)],
                instead: nearest && {
                  ...nearest,
                  apply: () => changeChoices(view.draft.id, nearest.change),
                },
              };
            },
          },
        ],
  );
}

/** The few words of a rule; a set that is lost is named. */
function textOf({ id }: CatalogueRule, { reads }: DraftView): string {
  const set = known(reads.machine)?.availabilitySet ?? null;
  if (id === 'special.availability-set' && set !== null) return submission.availabilitySet(set);
  return ruleText(id).short ?? ruleText(id).say;
}
