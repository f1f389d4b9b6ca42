import {
  type ChoiceField,
  type Choices,
  type ChoiceValue,
  clearedValue,
  type FieldName,
  isChoiceField,
  withValue,
} from '#src/rules/fields.ts';
import type { Verdict } from '#src/rules/engine.ts';
import type { Facts } from '#src/rules/facts.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { type Settled, settle } from '#src/rules/settle.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { Rule } from '#src/rules/rule.ts';
import { type Change, type Draft, type DraftChoices, isChoice } from '#src/wizard/draft/schema.ts';
import { applied, type Transitions } from '#src/wizard/draft/transitions.ts';
import type { FactModel, Ground } from '#src/wizard/explain/model.ts';
import { LAST_STEP } from '#src/wizard/steps/task-steps.ts';

/** A change with what a button for it says. */
export interface Offer {
  readonly label: string;
  readonly change: Change;
}

/** A value that a field could hold, as people name it, and as a change to the draft. */
export interface Candidate {
  readonly name: string;
  readonly change: Change;
}

/** A value that the service rejects: its field, and the code by which the field says why. */
export interface Rejected {
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
  readonly leftOut: Change;
  /** The fields of a change that the task has; null where it has none of them. */
  readonly parseChange: (change: Change) => Change | null;
}

/** What is known of fields that rules hide. */
export interface Hiding<Reads> {
  /** Changes with which a hidden field may appear. */
  readonly revealing: (view: View<Reads>) => readonly Offer[];
  /** Whether a hidden field is shown anyway, at its only value. */
  readonly isShownFixed: (view: View<Reads>, field: FieldName) => boolean;
}

/** The values that the service rejects and no rule is about. */
export interface Rejecting {
  /** Those of a step: field and code. */
  readonly rejectedIn: (step: string, choices: DraftChoices) => readonly Rejected[];
  /** What the field says for such a code. */
  readonly codeText: (code: string) => string;
}

/** The values of a step that the service rejects and no rule is about; at Review those of all steps. */
export const rejectedIn = (
  { rejecting, steps }: Pick<ViewModel<never>, 'rejecting' | 'steps'>,
  step: string,
  choices: DraftChoices,
): readonly Rejected[] =>
  (step === LAST_STEP ? steps.map(({ id }) => id) : [step]).flatMap(
    (id) => rejecting?.rejectedIn(id, choices) ?? [],
  );

/** A draft with everything that is known and said about it: what every step is drawn from. */
export interface View<Reads> extends Ground<Reads> {
  readonly draft: Draft;
  /** The very draft of the store: another one there means that more was chosen since. */
  readonly stored: Draft;
  /** Hidden fields cleared, defaults filled in, every rule heard. */
  readonly settled: Settled;
  /** Fields that a rule takes away. */
  readonly hidden: ReadonlySet<FieldName>;
  /** The draft's choices with the defaults in them: what the forms show and the request carries. */
  readonly shown: DraftChoices;
  readonly model: ViewModel<Reads>;
}

/** What the rules say of a value of a field as a draft stands. Pure. */
export const valueVerdicts = <Reads, Field extends ChoiceField>(
  view: View<Reads>,
  field: Field,
  value: ChoiceValue<Field>,
): Verdict[] =>
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
export const changedDraft = <Reads>({ draft, model }: View<Reads>, change: Change): Draft =>
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
    model,
  };
}
