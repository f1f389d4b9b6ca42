import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { boxesQuery } from '#src/api/toy/queries/shelf.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { shelf } from '#src/strings/toy/shelf.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import type { PanelProps } from '#src/wizard/task.ts';
import { factsOf } from '#src/datasources/toy/facts.ts';
import type { ToyView } from '#src/datasources/toy/view.ts';
import { errorWords, judgeValue } from '#src/wizard/explain/rule-words.ts';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';

const words = shelf.box;

/** Which box is restored, and as of when. */
export function BoxPanel({ view, formId, onNext }: PanelProps<ToyView>) {
  const form = useStepForm('box', view);
  const boxes = useQuery(boxesQuery());
  const { box } = view;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <Loaded query={boxes} problemOf={problemOf} what={words.what}>
        {(all) => (
          <ChoiceField
            control={form.control}
            name="instance"
            label={words.label}
            required
            {...errorWords(view)}
            options={all.map(({ id, name, machineId }) => ({
              value: id,
              label: name,
              remark: machineId === null ? undefined : words.sameVm(name, nameOf(machineId)),
            }))}
          />
        )}
      </Loaded>
      {box !== undefined && (
        <ChoiceField
          key={box.id}
          control={form.control}
          name="point"
          label={words.point}
          hint={box.points.length === 0 ? words.noPoints : undefined}
          required
          {...errorWords(view)}
          options={box.points.map(({ name, time }) => ({
            value: name,
            label: words.taken(dateTimeText(time)),
          }))}
          judge={(name) => judgeValue(viewWith(view, name), 'point', name)}
        />
      )}
    </StepForm>
  );
}

/** The view with the facts of another point: each is judged by its own age. */
const viewWith = (view: ToyView, point: string): ToyView => ({
  ...view,
  facts: factsOf(view.reads, { ...view.draft.choices, point }),
});
