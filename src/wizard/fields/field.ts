import type * as z from 'zod/mini';
import { keysOf } from '#src/lib/data.ts';
import type { Choices as RuleChoices } from '#src/rules/fields.ts';
import type { Choice, TakenBack } from '#src/wizard/draft/schema.ts';
import type { Candidate } from '#src/wizard/explain/view.ts';

/** What a choice can depend on: with another one of these it can't stay, and its note says so. */
export type Because = TakenBack['because'];

/** What the functions of a field may read: what is chosen in other fields, and what was read. */
export interface FieldInput {
  readonly choices: unknown;
  readonly reads: unknown;
}

/** One field of a task, with everything that the wizard does with it but its request, which is made key by key. */
export interface Field<Value extends Choice, Given extends FieldInput> {
  readonly schema: z.ZodMiniType<Value>;
  /** What it holds while nothing is chosen, and in a draft that was stored before there was the field. */
  readonly nothing: Value;
  /** The step that has it. */
  readonly step: string;
  readonly label: string;
  /** The control that it has where its step's panel draws none of its own. */
  readonly control?: 'text' | 'check';
  /** What clears it, if the choices are so after the change. */
  readonly clearedBy?: Readonly<Partial<Record<Because, (after: Given['choices']) => boolean>>>;
  /** What the rules read of it. */
  readonly forRules?: (value: Value, given: Given) => Partial<RuleChoices>;
  /** What it shows once the rules have cleared and filled in; without it, what was chosen. */
  readonly fromRules?: (settled: RuleChoices, given: Given) => Value;
  /** A value in words, without any read. */
  readonly nameOf?: (value: string) => string;
  /** Its name says which field it is of: no label stands before it. */
  readonly isNamedByValue?: boolean;
  /** What was chosen, in words, where the rules clear it; without it, its name behind the label. */
  readonly unusedText?: (value: Value, given: Given) => string;
  /** Its line at Review; null where it has none. */
  readonly summary?: (value: Value, given: Given) => Line | string | null;
  /** The values that it could hold, the likeliest first. */
  readonly candidates?: (given: Given) => readonly Candidate[];
  /** It is typed: its nearest other value is one that is spelled almost the same. */
  readonly isTyped?: boolean;
  /** Its entries bring no facts of their own: what is known of the draft judges them. */
  readonly isWithoutFacts?: boolean;
  /** What it can be set to where a change shows it again and a rule refuses its value. */
  readonly leftOut?: Value;
}

/** A line at Review whose label is not the field's. */
export type Line = readonly [label: string, value: string];

/** What a draft's fields hold. */
export type AnyChoices = Readonly<Record<string, Choice>>;

/** The fields of a task, in the order of the page. */
export type FieldTable<Choices extends AnyChoices, Given extends FieldInput> = {
  readonly [Name in keyof Choices]: Field<Choices[Name], Given>;
};

/** What a table's fields hold. */
export type ChoicesOf<Table extends Readonly<Record<string, { readonly nothing: Choice }>>> = {
  -readonly [Name in keyof Table]: Table[Name]['nothing'];
};

/** The clearing by some change, whatever the choices are after it. */
export const always = (): boolean => true;

/** The entry of a field by its name; undefined: the task has no such field. */
export function entryOf<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  field: string,
): FieldTable<Choices, Given>[keyof Choices & string] | undefined {
  const name = keysOf(table).find((one) => one === field);
  return name === undefined ? undefined : table[name];
}

/** The fields of a step, in their order. */
export const fieldsOfStep = (
  table: Readonly<Record<string, { readonly step: string }>>,
  step: string,
): string[] =>
  Object.entries(table).flatMap(([name, entry]) => (entry.step === step ? [name] : []));
