import { invariant } from '#src/lib/result.ts';
import { keysOf } from '#src/lib/data.ts';
import { type Change, type DraftChoices, newDraft } from '#src/wizard/draft/schema.ts';
import type { TaskFields } from '#src/wizard/draft/typed.ts';
import type { FieldInput, FieldTable } from '#src/wizard/fields/field.ts';

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
  const changeOf = (change: Change): Partial<Choices> | null => {
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
