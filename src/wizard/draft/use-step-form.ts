import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useLayoutEffect } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { refusedWords } from '#src/wizard/draft/refused-words.ts';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';
import type { StepId } from '#src/rules/step-of.ts';
import { schemaFor } from '#src/wizard/draft/step-schema.ts';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const change = z.partial(draftSchema.shape.choices);
const fields = z.keyof(draftSchema.shape.choices).options;

/** What a draft that changed elsewhere does not take away from the form. */
const KEPT = {
  keepErrors: true,
  keepIsSubmitted: true,
  keepSubmitCount: true,
  keepTouched: true,
};

/** The form of a step in the wizard of a machine: it refuses by the rules. */
export function useStepForm(step: StepId, view: DraftView) {
  const form = useDraftForm(view.draft.id, view.shown, schemaFor(step, view.reads));
  return { ...form, refused: { ...refusedWords(step), ...errorWords(view) } };
}

/**
 * The form of a step: it shows the draft's choices with their defaults, stores each change at once,
 * and refuses by the schema. Another tab's change to the draft arrives as new values.
 */
export function useDraftForm(
  id: string,
  shown: DraftChoices,
  schema: ReturnType<typeof schemaFor>,
) {
  const form = useForm<DraftChoices>({
    defaultValues: shown,
    resolver: zodResolver(schema),
    reValidateMode: 'onChange',
    // What is refused is said in one place, which takes the focus: see RefusedSummary.
    shouldFocusError: false,
  });
  const { subscribe, getValues, getFieldState, reset, trigger } = form;
  const { isSubmitted } = form.formState;
  // Synchronises the form with the draft, which another tab or a rule's default may have changed.
  // What was typed here is in the form already: to set it again would draw every field once more.
  // Before it is drawn: who changes the draft may then put the focus on what it shows.
  useLayoutEffect(() => {
    const changed = changedIn(getValues(), shown);
    if (changed.length === 0) return;
    reset(shown, KEPT);
    // A reset drops the check that a change began: what was put right would stay refused. What is
    // taken away after Next was pressed, for a list came late, is refused like the rest.
    const due = fields.filter(
      (name) => getFieldState(name).invalid || (isSubmitted && changed.includes(name)),
    );
    if (due.length > 0) void trigger(due);
  }, [shown, isSubmitted, getValues, getFieldState, reset, trigger]);
  // Synchronises the browser's storage with what is typed.
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name, values, type }) => {
          // A reset to other values speaks of each field too; only a person's change has a type.
          if (name === undefined || type !== 'change') return;
          changeChoices(id, change.parse(pick(values, name)));
        },
      }),
    [subscribe, id],
  );
  return form;
}

/** Choices are texts, flags and nulls, so a look at each is enough. */
function changedIn(form: DraftChoices, draft: DraftChoices): (keyof DraftChoices)[] {
  return fields.filter((name) => form[name] !== draft[name]);
}

function pick(values: object, name: string): object {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key === name));
}
