import type * as z from 'zod/mini';
import { type Change, type Draft, type DraftChoices, newDraft } from '#src/wizard/draft/schema.ts';

/** What the frame asks about the fields of a task. */
export interface FieldsOfTask {
  /** Whether the fields of a stored draft hold what the task knows. */
  readonly canRead: (choices: DraftChoices) => boolean;
  /** A draft with the fields that it is given. `at` in epoch milliseconds. */
  readonly begun: (id: string, at: number, given: Change) => Draft;
}

/** The fields of a task: what reads them from the drafts that hold them. */
export interface TaskFields<Choices extends DraftChoices> extends FieldsOfTask {
  /**
   * The choices of a draft as the task has them. A field that the draft lacks, or that holds what the task
   * does not know, is as in an empty draft: storage may hold fields of other versions and tasks.
   */
  readonly choicesOf: (choices: DraftChoices) => Choices;
  readonly draftOf: (draft: Draft) => Draft<Choices>;
  /** The fields of a change that the task has; null where it has none, or one can't be so. */
  readonly changeOf: (change: Change) => Partial<Choices> | null;
  /** An empty draft. `at` in epoch milliseconds. */
  readonly newDraft: (id: string, at: number, given?: Partial<Choices>) => Draft<Choices>;
}

/** The fields of a task by their schema, the same for some of them, and what they hold where nothing is chosen. */
export function taskFields<Choices extends DraftChoices>(
  schema: z.ZodMiniType<Choices>,
  some: z.ZodMiniType<Partial<Choices>>,
  nothing: Choices,
): TaskFields<Choices> {
  const seen = new WeakMap<DraftChoices, Choices>();
  const choicesOf = (choices: DraftChoices): Choices => {
    const found = seen.get(choices) ?? readAs(schema, nothing, choices);
    seen.set(choices, found);
    return found;
  };
  const changeOf = (change: Change): Partial<Choices> | null => {
    const typed = some.safeParse(change);
    return typed.success && Object.keys(typed.data).length > 0 ? typed.data : null;
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
    canRead: (choices) => schema.safeParse({ ...nothing, ...choices }).success,
    newDraft: (id, at, given = {}) => newDraft(id, at, { ...nothing, ...given }),
  };
}

function readAs<Choices extends DraftChoices>(
  schema: z.ZodMiniType<Choices>,
  nothing: Choices,
  choices: DraftChoices,
): Choices {
  const whole = schema.safeParse({ ...nothing, ...choices });
  if (whole.success) return whole.data;
  const bad = new Set(whole.error.issues.map(({ path: [field] }) => field));
  const good = Object.entries(choices).filter(([field]) => !bad.has(field));
  return schema.parse({ ...nothing, ...Object.fromEntries(good) });
}
