import type { ComponentType } from 'react';
import { loadOnce, type Loads } from '#src/lib/load.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { FIRST_STEP, LAST_STEP } from '#src/wizard/steps/task-steps.ts';
import type { PanelProps, StepProps, TaskSpec } from '#src/wizard/task.ts';

/** The code of the steps by their ids, and of what is shown once Restore was pressed. */
export type StepLoads<Seen, Id extends string> = Loads<ComponentType<StepProps<Seen, Id>>>;

/** In place of a step's id: what is shown once Restore was pressed. */
export const SENT = 'sent';

/** How the steps of a task are loaded, each with what the frame draws it with. */
export function loadsOfSteps<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
): StepLoads<Seen, Id> {
  const panels = new Map<string, () => Promise<ComponentType<PanelProps<Seen>>>>([
    ...Object.entries<() => Promise<ComponentType<PanelProps<Seen>>>>(task.panels),
    [
      FIRST_STEP,
      async () => (await import('#src/wizard/steps/DatasourcePanel.tsx')).DatasourcePanel,
    ],
  ]);
  const remarks = async () => task.remarks?.();
  const { sent: shown, planOf } = task;
  const sent =
    typeof shown === 'function'
      ? shown
      : async () =>
          (await import('#src/wizard/submitted/Sent.tsx')).sentOf<Id, Seen>(planOf, shown);
  const review = async () => {
    const [{ reviewStepOf }, useReview, Remarks] = await Promise.all([
      import('#src/wizard/review/ReviewStep.tsx'),
      task.review(),
      remarks(),
      // Once Restore is pressed is no time to load what shows it: the focus finds its heading at once.
      loads.load(SENT),
    ]);
    return reviewStepOf(task, useReview, Remarks);
  };
  const fields = async (load: () => Promise<ComponentType<PanelProps<Seen>>>) => {
    const [{ fieldStepOf }, Panel, Remarks] = await Promise.all([
      import('#src/wizard/steps/FieldStep.tsx'),
      load(),
      remarks(),
    ]);
    return fieldStepOf(task, Panel, Remarks);
  };
  const loads: StepLoads<Seen, Id> = loadOnce((id) => {
    if (id === SENT) return sent;
    if (id === LAST_STEP) return review;
    const load = panels.get(id);
    return load && (() => fields(load));
  });
  return loads;
}
