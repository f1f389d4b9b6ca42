import { chosenText } from '#src/datasources/azure-vm/choices.ts';
import { zoneThere } from '#src/datasources/azure-vm/facts.ts';
import { NEW_KINDS } from '#src/datasources/azure-vm/field.ts';
import { VM_FIELDS, TARGET_FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { chosenPoint, type DraftView, type ViewProps } from '#src/datasources/azure-vm/model.ts';
import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { keysOf } from '#src/lib/data.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { type ChoiceField, isChoiceField, labelOf } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { unusedChoices as words } from '#src/strings/choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { type Explanation, TitledList, UnusedChoiceNote } from '#src/ui/explanation.tsx';
import { hidersOf, wayOut } from '#src/wizard/explain/findings.ts';
import { type Nearest, withOneOf } from '#src/wizard/explain/unknown.ts';
import { clearedFieldLine, unusedTextBy } from '#src/wizard/fields/field-words.ts';
import { known, type Read } from '#src/wizard/read.ts';
import { placeNamed } from '#src/wizard/steps/task-steps.ts';

/** Something chosen that Azure no longer lists, and its field. */
interface GoneChoice {
  readonly field: 'point' | 'rg' | 'vnet' | 'staging';
  readonly text: string;
}

/** Selections that no longer exist; an incomplete list reports none. Pure. */
export function goneChoices(view: DraftView): GoneChoice[] {
  const { draft, hidden, reads } = view;
  const { rg, rgIsNew, vnet, staging } = draft.choices;
  const wanted = [
    { field: 'rg', chosen: rgIsNew ? null : rg, isGone: lacks(reads.groups, 'name', rg) },
    { field: 'vnet', chosen: vnet, isGone: lacks(reads.networks, 'id', vnet) },
    { field: 'staging', chosen: staging, isGone: lacks(reads.accounts, 'id', staging) },
  ] as const;
  const targets = wanted.flatMap(({ field, chosen, isGone }) =>
    chosen === null || !isGone || hidden.has(field)
      ? []
      : [{ field, text: textOf(view, labelOf(field), nameOf(chosen)) }],
  );
  return [...gonePoint(view), ...targets];
}

/** A point that the vault has no more is known by no time. */
function gonePoint({ draft, reads, shown }: DraftView): GoneChoice[] {
  const list = goesToSecondary(shown, reads) ? reads.secondaryPoints : reads.points;
  const { point } = draft.choices;
  return point === null || !lacks(list, 'name', point)
    ? []
    : [{ field: 'point', text: words.line([labelOf('point')], words.pointGone) }];
}

/** What a field says of what was chosen in it and is gone; undefined where it is there. */
export function goneHint(view: DraftView, field: GoneChoice['field']): string | undefined {
  return goneChoices(view).find((one) => one.field === field)?.text;
}

function textOf({ reads, shown }: DraftView, label: string, name: string): string {
  const subscription = shown.subscription ?? known(reads.instance)?.subscriptionId ?? null;
  const place = subscriptionName(reads, subscription) ?? words.somewhere;
  return words.line([words.chosen(label, name)], words.gone(place));
}

function lacks<Key extends string>(
  read: Read<readonly Readonly<Record<Key, string>>[]>,
  key: Key,
  chosen: string | null,
): boolean {
  const list = known(read);
  if (list === undefined || isCut(list)) return false;
  return !list.some((one) => sameId(one[key], chosen));
}

/** A field of a target, whose choice the draft keeps while a rule takes the field away. */
export type TargetField = keyof typeof TARGET_FIELDS & ChoiceField;

const HIDEABLE = keysOf(TARGET_FIELDS).filter((field): field is TargetField =>
  isChoiceField(field),
);

/** Choices that count for nothing as the draft stands, all for one reason. */
interface UnusedChoices {
  /** The first of their fields, where the note appears. */
  readonly field: TargetField;
  /** What was chosen, and why it is not used. */
  readonly text: string;
  /** The choice that makes them apply again; null if there is none. Computed on request. */
  readonly instead: () => Explanation['instead'];
}

const noteOf = unusedTextBy(VM_FIELDS);

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
    const chosen = fields.map((one) => noteOf(one, choices, { choices, reads: view.reads }));
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

/**
 * Whether the person chose something in a field that counts for nothing: no suggestion. A machine goes back to its own
 * zone by itself.
 */
function isCleared({ draft, facts, reads, settled }: DraftView, field: TargetField): boolean {
  const chosen = draft.choices[field];
  const isOwn = draft.suggested?.[field] !== chosen;
  const isChosen = isOwn && chosen !== null && chosen !== false && chosen !== 'none';
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

/** Every selection that the restore doesn't use, with the reason and how to use it; nothing if there is none. */
export function NotUsed({ view, goTo }: ViewProps) {
  const { takenBack } = view.draft;
  const unused = unusedChoicesOf(view);
  const gone = goneChoices(view);
  if (unused.length + gone.length + takenBack.length === 0) return null;
  return (
    <TitledList title={words.title}>
      {unused.map(({ field, text, instead }) => (
        <li key={field}>
          <UnusedChoiceNote
            text={text}
            instead={instead()}
            onApplied={() => {
              const place = placeNamed(view.model.steps, field);
              if (place !== null) goTo(place.step, place.field);
            }}
          />
        </li>
      ))}
      {[
        ...gone.map(({ text }) => text),
        ...takenBack.map((one) => clearedFieldLine(one, chosenText)),
      ].map((text) => (
        <li key={text}>
          <Status tone="warning">{text}</Status>
        </li>
      ))}
    </TitledList>
  );
}
