import type { ChoiceField, Choices } from '#src/rules/choices.ts';
import { type FactName, type Facts, factText } from '#src/rules/facts.ts';
import type { Rule } from '#src/rules/rule.ts';
import type { RuleSet } from '#src/rules/rule-set.ts';
import type { RuleText } from '#src/strings/rules/text.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { FactSource, FieldGroup } from '#src/wizard/explain/facts.ts';
import type { TaskSteps } from '#src/wizard/steps/task-steps.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** Reads that depend on the choices made: which of them report a fact, and what they were made for. */
export interface ReadsByChoice<Reads> {
  /** The groups of fields that could report a fact as the draft is; empty for a fact that no read reports. */
  readonly fieldGroupsOf: (source: FactSource, choices: Choices) => readonly FieldGroup[];
  /** The field by which a read that was answered is about another choice; null: it is about this one. */
  readonly readForAnother: (read: string, reads: Reads, choices: Choices) => ChoiceField | null;
  /** Whether the service answers a question itself, so that the person doesn't have to. */
  readonly isReported: (fact: FactName, reads: Reads) => boolean;
  /** What was read and still counts when a draft becomes another one. */
  readonly readsFor: (after: Draft, before: ReadDraft<Reads>) => Reads;
}

/** A draft and what was read for it. */
interface ReadDraft<Reads> {
  readonly draft: Draft;
  readonly reads: Reads;
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
  readonly byChoice?: ReadsByChoice<Reads>;
  /** A value as people know it: a subscription by its name. Any other as it is. */
  readonly valueName: (value: unknown, reads: Reads) => unknown;
  /** What a read asks for, in words: `the vault`. */
  readonly readName: (read: string) => string;
  readonly steps: TaskSteps;
  /** The rules that judge the task's drafts: these and no others. */
  readonly rules: RuleSet;
  /** The text of one of them. */
  readonly textOf: (rule: Pick<Rule, 'id'>) => RuleText;
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
  { model, choices }: Pick<Ground<Reads>, 'model' | 'choices'>,
): readonly FieldGroup[] {
  if (model.byChoice !== undefined) return model.byChoice.fieldGroupsOf(source, choices);
  return source.from === 'azure' ? source.fieldGroups : [];
}

/** What a rule is judged on. */
export interface Ground<Reads> {
  readonly facts: Facts;
  readonly choices: Choices;
  readonly reads: Reads;
  readonly model: FactModel<Reads>;
}
