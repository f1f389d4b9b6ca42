import type { TargetPart } from '#src/model/lost-restore.ts';
import type { RuleSet, RuleVerdict } from '#src/rules/engine.ts';
import {
  type FactName,
  type Facts,
  factText,
  type FactValue,
  type FullFacts,
} from '#src/rules/facts.ts';
import type { FactWords } from '#src/rules/facts/words.ts';
import {
  type ChoiceField,
  type Choices,
  type ChoiceValue,
  clearedValue,
  type FieldName,
  isChoiceField,
  withValue,
} from '#src/rules/fields.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settle, type Settled } from '#src/rules/settle.ts';
import {
  type DraftChange,
  type Draft,
  type DraftChoices,
  isChoice,
} from '#src/wizard/draft/schema.ts';
import { applied, type Transitions } from '#src/wizard/draft/transitions.ts';
import type { ReadSource } from '#src/wizard/read-table.ts';
import type { Read } from '#src/wizard/read.ts';
import { LAST_STEP, stepWith, type TaskSteps } from '#src/wizard/steps/task-steps.ts';

/** A field of a read's answer, by its path on the wire. */
export type WireField<ReadName extends string = string> = readonly [read: ReadName, field: string];

/** Fields that report a fact together. */
export type FieldGroup<ReadName extends string = string> = readonly [
  WireField<ReadName>,
  ...WireField<ReadName>[],
];

type FieldGroups<ReadName extends string> = readonly [
  FieldGroup<ReadName>,
  ...FieldGroup<ReadName>[],
];

/** Why nothing reports a fact; the words are in `strings`. */
export type Unknowable = 'diskHistory';

/** A flow that is not the restore of an Azure VM. */
export type Flow = 'disks' | 'job' | 'commvault' | 'files';

/** From Azure: the first group that reports it counts. */
export interface FromAzure<ReadName extends string = string> {
  readonly from: 'azure';
  readonly fieldGroups: FieldGroups<ReadName>;
  /** What every group needs besides in the secondary region. */
  readonly inSecondary?: FieldGroup<ReadName>;
  /** What it is called in this flow, where that differs. */
  readonly words?: FactWords;
}

/** From an answer of the operator; not asked where one of these fields reports it. */
interface FromOperator<ReadName extends string, Question extends string> {
  readonly from: 'operator';
  readonly question: Question;
  readonly unless?: readonly WireField<ReadName>[];
}

/** A setting or a count of the product's own. */
interface FromProduct {
  readonly from: 'product';
}

/** What has no value here: nothing reports it, or it is read by rules of another flow alone. */
type Without =
  | { readonly from: 'nobody'; readonly because: Unknowable }
  | { readonly from: 'elsewhere'; readonly flow: Flow };

/** Where a fact comes from. */
export type FactSource<ReadName extends string = string, Question extends string = string> =
  | FromAzure<ReadName>
  | FromOperator<ReadName, Question>
  | FromProduct
  | Without;

type ValueFrom<Given, Value> = (given: Given) => Value | undefined;

interface Valued<Given, Value> {
  readonly value: ValueFrom<Given, Value>;
}

/** What a task knows of a fact: where it comes from, and its value of what was read and chosen. */
type FactEntry<ReadName extends string, Question extends string, Given, Value> =
  | (FromAzure<ReadName> & Valued<Given, Value>)
  | (FromOperator<ReadName, Question> & Valued<Given, Value>)
  | (FromProduct & Valued<Given, Value>)
  | Without;

/** The facts of a task, each in one entry. Those of what is chosen have their values in the choices. */
export type FactTable<
  Names extends FactName,
  ReadName extends string,
  Question extends string,
  Given,
> = {
  readonly [Name in Names]: Name extends `c.${string}`
    ? FactSource<ReadName, Question>
    : FactEntry<ReadName, Question, Given, FactValue<Name>>;
};

/** A fact that Azure reports in one field. */
export const from = <ReadName extends string, Given, Value>(
  read: ReadName,
  field: string,
  value: ValueFrom<Given, Value>,
): FromAzure<ReadName> & Valued<Given, Value> => fromAll([[read, field]], value);

/** A fact that Azure reports in several fields together. */
export const fromAll = <ReadName extends string, Given, Value>(
  group: FieldGroup<ReadName>,
  value: ValueFrom<Given, Value>,
): FromAzure<ReadName> & Valued<Given, Value> => fromOneOf([group], value);

/** A fact that the first of several groups of fields reports. */
export const fromOneOf = <ReadName extends string, Given, Value>(
  fieldGroups: FieldGroups<ReadName>,
  value: ValueFrom<Given, Value>,
): FromAzure<ReadName> & Valued<Given, Value> => ({ from: 'azure', fieldGroups, value });

/** A fact about what is chosen, from the list that it is chosen in. */
export const ofChosen = <ReadName extends string>(
  read: ReadName,
  field: string,
): FromAzure<ReadName> => ({ from: 'azure', fieldGroups: [[[read, field]]] });

/** A fact that the operator answers. */
export const answered = <Question extends string, Given, Value>(
  question: Question,
  value: ValueFrom<Given, Value>,
): FromOperator<never, Question> & Valued<Given, Value> => ({ from: 'operator', question, value });

/** A setting or a count of the product's own. */
export const product = <Given, Value>(
  value: ValueFrom<Given, Value>,
): FromProduct & Valued<Given, Value> => ({ from: 'product', value });

/** A fact that the product counts when Restore is selected. */
export const countedAtPress: FromProduct & Valued<unknown, never> = {
  from: 'product',
  value: () => undefined,
};

/** A fact that only rules of another flow read. */
export const elsewhere = (flow: Flow) => ({ from: 'elsewhere', flow }) as const;

type Entry<Given> = FactSource & Partial<Valued<Given, unknown>>;

/** Gives the facts of a table. `absent` are the groups that are known not to exist here. */
// "These are facts" holds because a table has for each name a value of its fact.
export function factReader<Given>(
  table: Readonly<Partial<Record<FactName, Entry<Given>>>>,
  absent: { readonly [Group in keyof FullFacts]?: null },
): (given: Given) => Facts;
export function factReader<Given>(
  table: Readonly<Record<string, Entry<Given>>>,
  absent: object,
): (given: Given) => object {
  const entries = Object.entries(table).flatMap(([name, { value }]) => {
    const [group = '', property = ''] = name.split('.');
    return value === undefined ? [] : [{ group, property, value }];
  });
  const groups = [...Map.groupBy(entries, ({ group }) => group)];
  return (given) => {
    const facts: Record<string, unknown> = { ...absent };
    for (const [group, all] of groups) {
      const own: Record<string, unknown> = {};
      for (const { property, value } of all) own[property] = value(given);
      facts[group] = own;
    }
    return facts;
  };
}

/** What a table says of a read, as facts are explained by it. */
export interface FactRead extends ReadSource {
  readonly chosenIn?: ChoiceField;
}

/** How a task knows its facts. `Reads` is all that it asks of its service about one draft. */
export interface FactModel<Reads> {
  /** Where a fact comes from. */
  readonly sourceOf: (fact: FactName) => FactSource;
  /** The answers of a read: one, or one for each of several things. */
  readonly answersOf: (reads: Reads, read: string) => readonly Read<unknown>[];
  /** The read whose answer a read takes its address from; null: none. */
  readonly after: (read: string) => string | null;
  /** Of a list that was read a fact is known once one of it is chosen: in this field. */
  readonly chosenIn: (read: string) => ChoiceField | null;
  /** Where the choices decide what the reads tell; without it every read tells the same of every draft. */
  readonly byChoice?: {
    /** The groups of fields that could report a fact as the draft is; empty for a fact that no read reports. */
    readonly fieldGroupsOf: (source: FactSource, choices: Choices) => readonly FieldGroup[];
    /** The field by which a read that was answered is about another choice; null: it is about this one. */
    readonly readForAnother: (read: string, reads: Reads, choices: Choices) => ChoiceField | null;
    /** Whether the service answers a question itself, so that the person doesn't have to. */
    readonly isReported: (fact: FactName, reads: Reads) => boolean;
    /** What was read and still counts when a draft becomes another one. */
    readonly readsFor: (after: Draft, before: Pick<View<Reads>, 'draft' | 'reads'>) => Reads;
  };
  /** A value as people know it: a subscription by its name. Any other as it is. */
  readonly valueName: (value: unknown, reads: Reads) => unknown;
  /** What a read asks for, in words: `the vault`. */
  readonly readName: (read: string) => string;
  readonly steps: TaskSteps;
  /** The rules that judge the task's drafts: these and no others. */
  readonly rules: RuleSet;
}

/** A fact and its value as a person reads it, in the words of a task where it has its own. */
export function factTextIn(
  { sourceOf }: Pick<FactModel<never>, 'sourceOf'>,
  fact: FactName,
  value: unknown,
): string {
  const source = sourceOf(fact);
  return factText(fact, value, source.from === 'azure' ? source.words : undefined);
}

/** The groups of fields that could report a fact as the draft is. */
export function fieldGroupsOf<Reads>(
  source: FactSource,
  { model, choices }: Pick<RuleGround<Reads>, 'model' | 'choices'>,
): readonly FieldGroup[] {
  if (model.byChoice !== undefined) return model.byChoice.fieldGroupsOf(source, choices);
  return source.from === 'azure' ? source.fieldGroups : [];
}

/** What a model knows of the reads of a table, by their names. */
export const ofTable = (
  table: Readonly<Record<string, FactRead>>,
): Pick<FactModel<never>, 'after' | 'chosenIn' | 'readName'> => ({
  after: (read) => table[read]?.after ?? null,
  chosenIn: (read) => table[read]?.chosenIn ?? null,
  readName: (read) => table[read]?.what ?? read,
});

/** A rule whose fact could not be read. */
export type NotChecked = Extract<RuleVerdict, { state: 'not checked' }>;

/** A change with what a button for it says. */
export interface Offer {
  readonly label: string;
  readonly change: DraftChange;
}

/** A value that a field could hold, as people name it, and as a change to the draft. */
export interface Candidate {
  readonly name: string;
  readonly change: DraftChange;
}

/** A value that the service rejects: its field, and the code by which the field says why. */
export interface RejectedValue {
  readonly field: string;
  readonly code: string;
}

/** How a task judges its drafts. */
export interface ViewModel<Reads> extends FactModel<Reads> {
  /** Where a rule is met: in a step, or after the wizard. */
  readonly stepOf: (rule: Rule) => string;
  readonly fieldLabel: (field: string) => string;
  /** What the rules may know. What was not read is left out. Pure. */
  readonly factsOf: (reads: Reads, choices: DraftChoices) => Facts;
  /** A draft's choices as the rules read them: ids become the things they stand for. Pure. */
  readonly ruleChoices: (choices: DraftChoices, reads: Reads) => Choices;
  /** The draft's choices with what the rules cleared or filled in. Pure. */
  readonly shownOf: (choices: DraftChoices, settled: Choices, reads: Reads) => DraftChoices;
  /** What follows from a change by the operator. */
  readonly transitions: Transitions;
  /** What a restore makes or changes, with what is read of it; empty while that is not chosen. */
  readonly targetOf: (choices: DraftChoices, reads?: Reads) => readonly TargetPart[];
  /** Whether a rule is settled at Review, so that no step before it waits for it. */
  readonly isForReview: (rule: Rule) => boolean;
  /** Offers something in place of what a rule refuses; without it nothing is offered. */
  readonly instead?: Instead<Reads>;
  /** Where rules hide fields that people may look for. */
  readonly hiding?: Hiding<Reads>;
  /** Where the service rejects values that no rule is about. */
  readonly rejecting?: Rejecting;
}

/** What can be offered in place of what a rule refuses. */
export interface Instead<Reads> {
  /** The values that a field could hold, the likeliest first. */
  readonly candidatesOf: (view: View<Reads>, field: FieldName) => readonly Candidate[];
  /** Whether a field is typed: its nearest other value is one that is spelled almost the same. */
  readonly isTyped: (field: FieldName) => boolean;
  /** Whether a field's entries bring no facts of their own: what is known of the draft judges them. */
  readonly isWithoutFacts: (field: ChoiceField) => boolean;
  /** What a hidden field can be set to where a change shows it again and a rule refuses its value. */
  readonly leftOut: DraftChange;
  /** The fields of a change that the task has; null where it has none of them. */
  readonly parseChange: (change: DraftChange) => DraftChange | null;
}

/** What is known of fields that rules hide. */
interface Hiding<Reads> {
  /** Changes with which a hidden field may appear. */
  readonly revealing: (view: View<Reads>) => readonly Offer[];
  /** Whether a hidden field is shown anyway, at its only value. */
  readonly isShownFixed: (view: View<Reads>, field: FieldName) => boolean;
}

/** The values that the service rejects and no rule is about. */
interface Rejecting {
  /** Those that a draft holds. */
  readonly rejectedIn: (choices: DraftChoices) => readonly RejectedValue[];
  /** What the field says for such a code. */
  readonly codeText: (code: string) => string;
}

/** Those of some rejected values that keep a step from being left: its own, at Review all of them. */
export const rejectedAt = (
  steps: TaskSteps,
  step: string,
  rejected: readonly RejectedValue[],
): readonly RejectedValue[] =>
  step === LAST_STEP ? rejected : rejected.filter(({ field }) => stepWith(steps, field) === step);

/** A draft with everything that is known and said about it: what every step is drawn from. */
export interface View<Reads> {
  readonly facts: Facts;
  readonly choices: Choices;
  readonly reads: Reads;
  readonly draft: Draft;
  /** The very draft of the store: another one there means that more was chosen since. */
  readonly stored: Draft;
  /** Hidden fields cleared, defaults filled in, every rule heard. */
  readonly settled: Settled;
  /** Fields that a rule takes away. */
  readonly hidden: ReadonlySet<FieldName>;
  /** The draft's choices with the defaults in them: what the forms show and the request carries. */
  readonly shown: DraftChoices;
  /** What the service rejects and no rule is about: no step with one leads on, and Review sends none. */
  readonly rejected: readonly RejectedValue[];
  readonly model: ViewModel<Reads>;
}

/** What a rule is judged on. */
export type RuleGround<Reads> = Pick<View<Reads>, 'facts' | 'choices' | 'reads'> & {
  readonly model: FactModel<Reads>;
};

/**
 * The rule that fixes a field at one value, although the others are shown with their reasons; undefined if
 * none does.
 */
export function fixedBy(
  { settled }: Pick<View<never>, 'settled'>,
  field: ChoiceField,
): Rule | undefined {
  return settled.verdicts.find(
    ({ rule, state }) =>
      state === 'speaks' &&
      rule.kind === 'hide-field' &&
      rule.set !== undefined &&
      fieldsOf(rule).includes(field),
  )?.rule;
}

/** What the rules say of a value of a field as a draft stands. Pure. */
export const valueVerdicts = <Reads, Field extends ChoiceField>(
  view: View<Reads>,
  field: Field,
  value: ChoiceValue<Field>,
): RuleVerdict[] =>
  optionVerdicts(
    { facts: view.facts, choices: choicesLeft(view, field, value), set: view.model.rules },
    field,
    value,
  );

/** The choices with a value of a field, as they would be once it is chosen. Pure. */
export const choicesWith = <Reads, Field extends ChoiceField>(
  view: View<Reads>,
  field: Field,
  value: ChoiceValue<Field>,
): Choices => withValue(choicesLeft(view, field, value), field, value);

/** What stays chosen with a value of a field: what the choice clears doesn't count against it. */
function choicesLeft<Reads>(view: View<Reads>, field: ChoiceField, value: ChoiceValue): Choices {
  if (!isChoice(value)) return view.choices;
  const { choices: before } = view.draft;
  const { choices: after } = changedDraft(view, { [field]: value });
  return Object.keys(before)
    .filter((name) => name !== field && before[name] !== null && after[name] === null)
    .filter(isChoiceField)
    .reduce((left, name) => withValue(left, name, clearedValue(name)), view.choices);
}

/** The draft after a change by the operator, with all that follows from it. Pure. */
export const changedDraft = <Reads>({ draft, model }: View<Reads>, change: DraftChange): Draft =>
  applied(model.transitions, draft, change, draft.changedAt);

/** Applies the rules to a draft. Pure. */
export function viewOf<Reads>(model: ViewModel<Reads>, draft: Draft, reads: Reads): View<Reads> {
  const facts = model.factsOf(reads, draft.choices);
  const choices = model.ruleChoices(draft.choices, reads);
  const settled = settle(facts, choices, model.rules);
  const shown = model.shownOf(draft.choices, settled.choices, reads);
  return {
    draft,
    stored: draft,
    reads,
    facts,
    choices,
    settled,
    hidden: settled.hidden,
    shown,
    rejected: model.rejecting?.rejectedIn(draft.choices) ?? [],
    model,
  };
}

/** Whether a field of a step, whose name may be no rule's, is hidden. */
export const isFieldHidden = (
  { hidden }: { readonly hidden: ReadonlySet<string> },
  field: string,
): boolean => hidden.has(field);
