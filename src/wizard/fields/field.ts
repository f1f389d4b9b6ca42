import type * as z from 'zod/mini';
import { keysOf } from '#src/lib/data.ts';
import { invariant } from '#src/lib/result.ts';
import { type Choices as RuleChoices, NO_CHOICES } from '#src/rules/fields.ts';
import {
  type DraftChange,
  type Choice,
  type Draft,
  type DraftChoices,
  newDraft,
  type ClearedField,
} from '#src/wizard/draft/schema.ts';
import type { Lost } from '#src/wizard/draft/transitions.ts';
import type { Candidate, Instead } from '#src/wizard/explain/view.ts';

/** What a choice can depend on: with another one of these it can't stay, and its note says so. */
type Because = ClearedField['because'];

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
  readonly summary?: (value: Value, given: Given) => ReviewLine | string | null;
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
export type ReviewLine = readonly [label: string, value: string];

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

/** What the frame asks about the fields of a task. */
export interface FieldsOfTask {
  /** Whether the fields of a stored draft hold what the task knows. */
  readonly canRead: (choices: DraftChoices) => boolean;
  /** A draft with the fields that it is given. `at` in epoch milliseconds. */
  readonly begun: (id: string, at: number, given: DraftChange) => Draft;
}

/** The fields of a task: what reads them from the drafts that hold them. */
interface TaskFields<Choices extends DraftChoices> extends FieldsOfTask {
  /**
   * The choices of a draft as the task has them. A field that the draft lacks, or that holds what the task
   * does not know, is as in an empty draft: storage may hold fields of other versions and tasks.
   */
  readonly choicesOf: (choices: DraftChoices) => Choices;
  readonly draftOf: (draft: Draft) => Draft<Choices>;
  /** The fields of a change that the task has; null where it has none, or one can't be so. */
  readonly changeOf: (change: DraftChange) => Partial<Choices> | null;
  /** An empty draft. `at` in epoch milliseconds. */
  readonly newDraft: (id: string, at: number, given?: Partial<Choices>) => Draft<Choices>;
}

/** The fields of a task by its table. */
export function taskFields<Choices extends DraftChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
): TaskFields<Choices> {
  const seen = new WeakMap<DraftChoices, Choices>();
  const nothing = wholeOf(table, (name) => table[name].nothing);
  const valueOf = (choices: DraftChoices, name: keyof Choices & string) =>
    table[name].schema.safeParse(name in choices ? choices[name] : nothing[name]);
  const choicesOf = (choices: DraftChoices): Choices => {
    const found =
      seen.get(choices) ??
      wholeOf(table, (name) => {
        const value = valueOf(choices, name);
        return value.success ? value.data : nothing[name];
      });
    seen.set(choices, found);
    return found;
  };
  const changeOf = (change: DraftChange): Partial<Choices> | null => {
    const typed: Partial<Choices> = {};
    for (const name of keysOf(table)) {
      if (change[name] === undefined) continue;
      const value = table[name].schema.safeParse(change[name]);
      if (!value.success) return null;
      typed[name] = value.data;
    }
    return Object.keys(typed).length > 0 ? typed : null;
  };
  return {
    choicesOf,
    draftOf: (draft) => ({
      ...draft,
      choices: choicesOf(draft.choices),
      asked: draft.asked && choicesOf(draft.asked),
    }),
    changeOf,
    begun: (id, at, given) => newDraft(id, at, { ...nothing, ...changeOf(given) }),
    canRead: (choices) => keysOf(table).every((name) => valueOf(choices, name).success),
    newDraft: (id, at, given = {}) => newDraft(id, at, { ...nothing, ...given }),
  };
}

/** Choices with a value for each field of a table. */
function wholeOf<Choices extends DraftChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  valueOf: (name: keyof Choices & string) => Choices[keyof Choices & string],
): Choices {
  const choices: Partial<Choices> = {};
  for (const name of keysOf(table)) choices[name] = valueOf(name);
  invariant(isWhole(table, choices), 'A field is missing.');
  return choices;
}

const isWhole = <Choices extends DraftChoices>(
  table: Readonly<Record<keyof Choices, unknown>>,
  choices: Partial<Choices>,
): choices is Choices => Object.keys(table).every((name) => name in choices);

/** What is another one after a change, and what that comes of: another subscription has other networks. */
export interface LossCause {
  readonly changed: Because;
  readonly because: Because;
  readonly isSo: boolean;
}

/** The fields that can't stay for some causes, each with its reason, by their entries. */
export const lostFields = <Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  causes: readonly LossCause[],
  after: Given['choices'],
): Lost[] =>
  causes
    .filter(({ isSo }) => isSo)
    .flatMap(({ changed, because }) =>
      keysOf(table).flatMap((name): Lost[] =>
        table[name].clearedBy?.[changed]?.(after) === true ? [[name, because]] : [],
      ),
    );

/** A change that is its own reason. */
export const cause = (changed: Because, isSo: boolean): LossCause => ({
  changed,
  because: changed,
  isSo,
});

/** A draft's choices as the rules read them. What no field says of them stays as it is in no draft. */
export function ruleChoicesOf<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  choices: Choices,
  given: Given,
): RuleChoices {
  const all: RuleChoices = { ...NO_CHOICES };
  for (const name of keysOf(table)) {
    Object.assign(all, table[name].forRules?.(choices[name], given));
  }
  return all;
}

/** The choices with what settling cleared or filled in. */
export function shownAs<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  settled: RuleChoices,
  choices: Choices,
  given: Given,
): Choices {
  const shown: Choices = { ...choices };
  for (const name of keysOf(table)) {
    const entry = table[name];
    if (entry.fromRules !== undefined) shown[name] = entry.fromRules(settled, given);
  }
  return shown;
}

/** What a table says of values that can be offered in place of what a rule refuses. */
export function insteadBy<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
): Pick<Instead<never>, 'isTyped' | 'isWithoutFacts' | 'leftOut'> {
  return {
    isTyped: (field) => entryOf(table, field)?.isTyped === true,
    isWithoutFacts: (field) => entryOf(table, field)?.isWithoutFacts === true,
    leftOut: leftOutOf(table),
  };
}

function leftOutOf<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
): DraftChange {
  return Object.fromEntries(
    keysOf(table).flatMap((name) => {
      const { leftOut } = table[name];
      return leftOut === undefined ? [] : [[name, leftOut] as const];
    }),
  );
}
