import { dateTimeText } from '#src/lib/format.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { constraints } from '#src/strings/constraints.ts';
import { setAside as words } from '#src/strings/set-aside.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { choiceText } from '#src/wizard/draft/choice-text.ts';
import { type Nearest, withOneOf } from '#src/wizard/draft/nearest.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { hidersOf } from '#src/wizard/draft/step-notes.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { chosenPoint, type DraftView } from '#src/wizard/draft/view.ts';

/** Fields of a target whose choice the draft keeps while a rule takes the field away, as they stand in their steps. */
export const KEPT_FIELDS = [
  'vmName',
  'subscription',
  'rg',
  'vnet',
  'subnet',
  'zone',
  'staging',
  'restoreAsManaged',
  'diskEncryptionSet',
  'identity',
  'identityId',
  'diskAccess',
  'diskAccessId',
] as const;
export type KeptField = (typeof KEPT_FIELDS)[number];

/** Choices that count for nothing as the draft stands, all for one reason. */
export interface SetAside {
  /** The first of their fields: where they are told of. */
  readonly field: KeptField;
  /** What was chosen, and why it is not used. */
  readonly text: string;
  /** The choice with which they count again; null where there is none. Worked out when it is asked for. */
  readonly wayBack: () => Explanation['instead'];
}

interface Kept {
  readonly field: KeptField;
  readonly rule: CatalogueRule;
}

/** What the operator chose and the restore does not use, by the rules that take it away. Pure. */
export function setAsideOf(view: DraftView): SetAside[] {
  const kept = keptIn(view);
  const rules = [...new Set(kept.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const fields = kept.flatMap((one) => (one.rule === rule ? [one.field] : []));
    const [field] = fields;
    if (field === undefined) return [];
    const chosen = fields.map((one) => chosenText(view, one));
    return [
      {
        field,
        text: words.line(chosen, reasonOf(view, rule)),
        wayBack: () => {
          const nearest = wayBackOf(view, field);
          return (
            nearest && { ...nearest, apply: () => changeChoices(view.draft.id, nearest.change) }
          );
        },
      },
    ];
  });
}

function keptIn(view: DraftView): Kept[] {
  const kept: Kept[] = [];
  for (const field of KEPT_FIELDS.filter((one) => isCleared(view, one))) {
    const hiders = hidersOf(view, field);
    // One rule that takes several fields away is told once.
    const rule = hiders.find((one) => kept.some((other) => other.rule === one)) ?? hiders[0];
    if (rule !== undefined) kept.push({ field, rule });
  }
  return kept;
}

/** Whether something was chosen in a field that counts for nothing. A machine goes back to its own zone by itself. */
function isCleared({ draft, facts, settled }: DraftView, field: KeptField): boolean {
  const chosen = draft.choices[field];
  const isChosen = chosen !== null && chosen !== false && chosen !== 'none';
  const isOwnZone = field === 'zone' && chosen === facts.vm?.zone;
  const isDropped = settled.changes.some((one) => one.field === field && one.kind === 'cleared');
  return isChosen && isDropped && !isOwnZone;
}

/** A choice as its field shows it: by itself where that says what it is, else behind the field's label. */
function chosenText({ draft, reads }: DraftView, field: KeptField): string {
  const { choices } = draft;
  const label = constraints.fields[field];
  switch (field) {
    case 'subscription': {
      const { subscription } = choices;
      const named = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription));
      return words.chosen(label, named?.name ?? subscription ?? '');
    }
    case 'restoreAsManaged':
      return label;
    case 'identity':
      return words.chosen(label, wizard.configuration.identities[choices.identity]);
    case 'diskAccess':
      return choices.diskAccess === null ? label : wizard.network[choices.diskAccess];
    case 'zone':
      return choiceText(field, choices.zone ?? '') ?? label;
    case 'vmName':
    case 'identityId':
      return words.chosen(label, nameOf(choices[field] ?? ''));
    case 'rg':
    case 'vnet':
    case 'subnet':
    case 'staging':
    case 'diskEncryptionSet':
    case 'diskAccessId':
      return words.chosen(label, choiceText(field, choices[field] ?? '') ?? '');
  }
}

/** Why: the rule's own sentence, or what the point is where that is all that matters. */
function reasonOf(view: DraftView, rule: CatalogueRule): string {
  const tier = rule.id === 'point.czr.vault-only' ? chosenPoint(view)?.tier : undefined;
  if (tier === 'snapshot') return words.onlySnapshot;
  return tier === 'snapshotAndVaultStandard' ? words.alsoSnapshot : explain(rule).rule;
}

/** The kinds of restore, each as a change. */
const KINDS = ['createVm', 'restoreDisks'] as const;

/** The first other point or kind of restore with which a choice counts again and no block refuses anew. */
function wayBackOf(view: DraftView, field: KeptField): Nearest | null {
  const kinds = KINDS.map((option) => ({
    label: wizard.explain.choose(constraints.fields.option, wizard.configuration[option]),
    change: { option },
  }));
  const points = newestOfEachTier(view).map(({ name, time }) => ({
    label: words.usePoint(time === null ? name : dateTimeText(time)),
    change: { point: name },
  }));
  return withOneOf(view, field, [...kinds, ...points]);
}

/** What a field depends on is how a point is kept, so one of each is enough to try. */
function newestOfEachTier(view: DraftView): RecoveryPoint[] {
  const sorted = (known(view.reads.points) ?? []).toSorted(
    (a, b) => Number(b.time) - Number(a.time),
  );
  const tiers = [...new Set(sorted.map(({ tier }) => tier))];
  return tiers.flatMap((tier) => sorted.find((point) => point.tier === tier) ?? []);
}
