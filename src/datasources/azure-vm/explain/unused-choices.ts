import { NEW_KINDS } from '#src/datasources/azure-vm/choices/kinds.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { zoneThere } from '#src/datasources/azure-vm/facts.ts';
import { FIELDS, TARGET_FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { keysOf } from '#src/lib/data.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { type ChoiceField, isChoiceField, labelOf } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { unusedChoices as words } from '#src/strings/unused-choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { hidersOf, wayOut } from '#src/wizard/explain/findings.ts';
import { type Nearest, withOneOf } from '#src/wizard/explain/unknown.ts';
import { unusedTextBy } from '#src/wizard/fields/unused-text.ts';
import { known } from '#src/wizard/reads/read.ts';

/** A field of a target, whose choice the draft keeps while a rule takes the field away. */
export type TargetField = keyof typeof TARGET_FIELDS & ChoiceField;

const HIDEABLE = keysOf(TARGET_FIELDS).filter((field): field is TargetField =>
  isChoiceField(field),
);

/** Choices that count for nothing as the draft stands, all for one reason. */
export interface UnusedChoices {
  /** The first of their fields, where the note appears. */
  readonly field: TargetField;
  /** What was chosen, and why it is not used. */
  readonly text: string;
  /** The choice that makes them apply again; null if there is none. Computed on request. */
  readonly instead: () => Explanation['instead'];
}

const textOf = unusedTextBy(FIELDS);

interface UnusedChoice {
  readonly field: TargetField;
  readonly rule: Rule;
}

/** What the operator chose and the restore does not use, by the rules that take it away. Pure. */
export function unusedChoicesOf(view: DraftView): UnusedChoices[] {
  const unused = unusedIn(view);
  const rules = [...new Set(unused.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const fields = unused.flatMap((one) => (one.rule === rule ? [one.field] : []));
    const [field] = fields;
    if (field === undefined) return [];
    const { choices } = view.draft;
    const chosen = fields.map((one) => textOf(one, choices, { choices, reads: view.reads }));
    return [
      {
        field,
        text: words.line(chosen, reasonOf(view, rule)),
        instead: () => wayOut(view, insteadOf(view, field)),
      },
    ];
  });
}

function unusedIn(view: DraftView): UnusedChoice[] {
  const unused: UnusedChoice[] = [];
  for (const field of HIDEABLE.filter((one) => isCleared(view, one))) {
    const hiders = hidersOf(view, field);
    // One rule that hides several fields appears once.
    const rule = hiders.find((one) => unused.some((other) => other.rule === one)) ?? hiders[0];
    if (rule !== undefined) unused.push({ field, rule });
  }
  return unused;
}

/** Whether something was chosen in a field that counts for nothing. A machine goes back to its own zone by itself. */
function isCleared({ draft, facts, reads, settled }: DraftView, field: TargetField): boolean {
  const chosen = draft.choices[field];
  const isChosen = chosen !== null && chosen !== false && chosen !== 'none';
  const isOwnZone = field === 'zone' && chosen === zoneThere(facts.vm?.zone, reads, draft.choices);
  const isDropped = settled.changes.some((one) => one.field === field && one.kind === 'cleared');
  return isChosen && isDropped && !isOwnZone;
}

/** Why: the rule's own sentence, or what the point is where that is all that matters. */
function reasonOf(view: DraftView, rule: Rule): string {
  const tier = rule.id === 'point.czr.vault-only' ? chosenPoint(view)?.tier : undefined;
  if (tier === 'Snapshot') return words.onlySnapshot;
  return tier === 'SnapshotAndVault' ? words.alsoSnapshot : sayOf(rule);
}

/** The first other point or kind of restore with which a choice counts again and no block refuses anew. */
function insteadOf(view: DraftView, field: TargetField): Nearest | null {
  const kinds = NEW_KINDS.map((option) => ({
    label: wizard.explain.choose(labelOf('option'), wizard.configuration[option]),
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
