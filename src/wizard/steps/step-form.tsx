import { Button } from '@fluentui/react-components';
import { zodResolver } from '@hookform/resolvers/zod';
import { use, useEffect, useLayoutEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { GoTo } from '#src/datasources/datasource.ts';
import { wizard } from '#src/strings/wizard.ts';
import { focusField, isTypedIn } from '#src/ui/dom.ts';
import { type RefusedWords, StepForm, type SteppedForm } from '#src/ui/fields/StepForm.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices, draftState } from '#src/wizard/draft/store.ts';
import type { Transitions } from '#src/wizard/draft/transitions.ts';
import { errorWords, FINDINGS_ID } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { WizardHere } from '#src/wizard/steps/flow.ts';
import { fieldsBefore, LAST_STEP, placeNamed } from '#src/wizard/steps/task-steps.ts';

/** The form of a step: it refuses by the rules, also what a change has cleared in a step before. */
export function useStepForm<Reads>(step: string, view: View<Reads>) {
  const { model, stored, shown } = view;
  const goTo = use(WizardHere)?.onStep;
  const form = useDraftForm(stored, model.transitions, {
    shown,
    schema: schemaFor(model, step, view.reads, stored.takenBack),
  });
  const elsewhere = (name: string): boolean => {
    const place = placeNamed(model.steps, name);
    if (place === null || place.step === step) return step === LAST_STEP && focusField(FINDINGS_ID);
    goTo?.(place.step, place.field);
    return true;
  };
  return { ...form, elsewhere, refused: { labels: labelsOf(step, view), ...errorWords(view) } };
}

/**
 * The form of a step: it shows the draft's choices with their defaults, stores each change at once,
 * and refuses by the schema. Another tab's change to the draft arrives as new values.
 */
function useDraftForm(
  drawn: Draft,
  transitions: Transitions,
  {
    shown,
    schema,
  }: { readonly shown: DraftChoices; readonly schema: ReturnType<typeof schemaFor> },
) {
  const form = useForm<DraftChoices>({
    defaultValues: shown,
    resolver: zodResolver(schema),
    reValidateMode: 'onChange',
    // RefusedSummary shows the errors and takes the focus.
    shouldFocusError: false,
  });
  const { subscribe, getValues, getFieldState, setValue, trigger } = form;
  // Noted and not drawn: a press of Next that leads on would draw the step that it leaves.
  const wasPressed = useRef(false);
  const { id } = drawn;
  // Synchronizes the form with the draft, which another tab or a rule's default may have changed. What was
  // typed here is already in the form: setting it again would render every field once more. Runs before
  // paint, so that code that changes the draft can focus what it shows.
  useLayoutEffect(() => {
    // More was typed since this was worked out: it takes nothing of that away. The rest follows.
    if (hasChangedSince(drawn)) return;
    const changed = changedIn(getValues(), shown);
    if (changed.length === 0) return;
    for (const name of changed) setValue(name, shown[name] ?? null);
    // What was put right must not stay refused. What is taken away after Next was pressed, for a list
    // came late, is refused like the rest.
    const due = Object.keys(shown).filter(
      (name) => getFieldState(name).invalid || (wasPressed.current && changed.includes(name)),
    );
    if (due.length > 0) void trigger(due);
  }, [drawn, shown, getValues, getFieldState, setValue, trigger]);
  // Synchronizes the browser's storage with what is typed.
  useEffect(
    () =>
      subscribe({
        formState: { values: true, isSubmitted: true },
        callback: ({ name, values, type, isSubmitted = false }) => {
          wasPressed.current = isSubmitted;
          // Values set above also trigger this; only a person's change has a type.
          if (name === undefined || type !== 'change') return;
          changeChoices(transitions, id, { [name]: values[name] }, { isTyping: isTypedIn(name) });
        },
      }),
    [subscribe, id, transitions],
  );
  return form;
}

/** Whether the store has another draft by now than the one that was drawn. */
function hasChangedSince(drawn: Draft): boolean {
  const { draft } = draftState(drawn.id);
  return draft.ok && draft.value !== drawn;
}

/** Choices are texts, flags and nulls, so a look at each is enough. */
function changedIn(form: DraftChoices, draft: DraftChoices): string[] {
  return Object.keys(draft).filter((name) => form[name] !== draft[name]);
}

/** The labels of the fields that a step's form refuses. At Review the sentence names the field itself. */
function labelsOf<Reads>(step: string, { model }: View<Reads>): RefusedWords['labels'] {
  const { fields = [] } = model.steps.find(({ id }) => id === step) ?? {};
  const labeled = step === LAST_STEP ? [] : [...fieldsBefore(model.steps, step), ...fields];
  return Object.fromEntries(labeled.map((field) => [field, model.fieldLabel(field)]));
}

interface NeedsInstanceProps {
  readonly title: string;
  readonly goTo: GoTo;
  readonly formId: string;
  readonly form: SteppedForm<DraftChoices>;
  readonly onNext: () => void;
}

/** A step that has no fields before a backup instance is selected: what Next refuses leads to that step. */
export function NeedsInstance({ title, goTo, formId, form, onNext }: NeedsInstanceProps) {
  const elsewhere = (): boolean => {
    goTo('instance', 'instance');
    return true;
  };
  return (
    <StepForm id={formId} form={{ ...form, elsewhere }} onNext={onNext}>
      <EmptyState title={title}>
        <Button onClick={() => goTo('instance')}>{wizard.point.goToInstance}</Button>
      </EmptyState>
    </StepForm>
  );
}

interface ReviewFormProps {
  /** The id by which Restore submits it. */
  readonly formId: string;
  readonly onNext: () => void;
}

/** The form of a step that has no fields: what Next or Restore submits. */
export function ReviewForm({ formId, onNext }: ReviewFormProps) {
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    />
  );
}
