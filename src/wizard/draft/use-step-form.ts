import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';
import type { StepId } from '#src/wizard/draft/step-ids.ts';
import { schemaFor } from '#src/wizard/draft/step-schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const change = z.partial(draftSchema.shape.choices);

/**
 * The form of a step: it shows the draft's choices with their defaults, stores each change at once,
 * and refuses by the rules. Another tab's change to the draft arrives as new values.
 */
export function useStepForm(step: StepId, view: DraftView) {
  const { id } = view.draft;
  const form = useForm<DraftChoices>({
    values: view.shown,
    resetOptions: { keepErrors: true, keepIsSubmitted: true, keepTouched: true },
    resolver: zodResolver(schemaFor(step, view.reads)),
    reValidateMode: 'onChange',
  });
  const { subscribe } = form;
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

function pick(values: object, name: string): object {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key === name));
}
