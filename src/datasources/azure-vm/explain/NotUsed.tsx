import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { unusedChoices as words } from '#src/strings/unused-choices.ts';
import { PlanPart } from '#src/wizard/plan/PlanParts.tsx';
import { Status } from '#src/ui/Status.tsx';
import { goneChoices } from '#src/datasources/azure-vm/explain/gone.ts';
import { unusedChoicesOf } from '#src/datasources/azure-vm/explain/unused-choices.ts';
import { placeNamed } from '#src/wizard/steps/task-steps.ts';
import { chosenText } from '#src/datasources/azure-vm/choices/choice-text.ts';
import { takenBackLine } from '#src/wizard/draft/taken-back.ts';
import { UnusedChoiceNote } from '#src/ui/UnusedChoiceNote.tsx';

/** Every selection that the restore doesn't use, with the reason and how to use it; nothing if there is none. */
export function NotUsed({ view, goTo }: ViewProps) {
  const { takenBack } = view.draft;
  const unused = unusedChoicesOf(view);
  const gone = goneChoices(view);
  if (unused.length + gone.length + takenBack.length === 0) return null;
  return (
    <PlanPart title={words.title}>
      {unused.map(({ field, text, instead }) => (
        <li key={field}>
          <UnusedChoiceNote
            text={text}
            instead={instead()}
            onApplied={() => {
              const place = placeNamed(view.model.steps, field);
              if (place !== null) goTo(place.step, place.field);
            }}
          />
        </li>
      ))}
      {[
        ...gone.map(({ text }) => text),
        ...takenBack.map((one) => takenBackLine(one, chosenText)),
      ].map((text) => (
        <li key={text}>
          <Status tone="warning">{text}</Status>
        </li>
      ))}
    </PlanPart>
  );
}
