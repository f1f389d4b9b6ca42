import type { ComponentType } from 'react';
import type { Task, WizardProps } from '#src/datasources/datasource.ts';
import { useLoaded } from '#src/ui/use-loaded.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { isSent } from '#src/wizard/draft/submission.ts';
import { applied, datasourceIn } from '#src/wizard/draft/transitions.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { NoSuchStep } from '#src/wizard/page/NoSuchStep.tsx';
import { NotLoaded } from '#src/wizard/page/NotLoaded.tsx';
import { WizardFrame } from '#src/wizard/page/WizardFrame.tsx';
import { stepStates } from '#src/wizard/steps/flow.ts';
import { loadsOfSteps, SENT, type StepLoads } from '#src/wizard/steps/load-step.ts';
import { stepPast, stepWith } from '#src/wizard/steps/task-steps.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** A task as the registry has it. */
export function taskOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
): Task {
  const { steps, fields, transitions } = task;
  const loads = loadsOfSteps(task);
  return {
    begin: (given, chosen = {}, cause) =>
      createDraft((id, at) => ({
        ...applied(transitions, fields.begun(id, at, given), chosen, at),
        cause,
      })),
    canRead: fields.canRead,
    Wizard: wizardOf(task, loads),
    loadStep: async (step) => {
      await loads.load(step);
      // Whoever goes on needs no connection to the next step.
      for (const { id } of steps) void loads.load(id);
    },
    stepWith: (field) => stepWith(steps, field),
    stepAfter: (field) => stepPast(steps, field),
  };
}

/** The wizard of a task: the frame, drawn from what the task brings. */
function wizardOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
  loads: StepLoads<Seen, Id>,
): ComponentType<WizardProps> {
  const { steps, useView, planOf } = task;
  return function TaskWizard(props) {
    const { draft, step, onStep: goTo, onJob } = props;
    const view = useView(draft);
    const states = stepStates(steps, view);
    const here = states.find(({ id }) => id === step);
    const part = isSent(draft.submission) ? SENT : step;
    const loaded = useLoaded(loads, part);
    if (here === undefined) return <NoSuchStep onFirst={() => goTo('datasource')} />;
    const { textOf } = view.model;
    const { about, target: _target, ...plan } = planOf(view);
    return (
      <WizardFrame
        {...props}
        title={task.title}
        about={about}
        steps={states}
        plan={
          step === 'review' ? null : { ...plan, steps, textOf, findings: formFindings(view), goTo }
        }
      >
        {loaded.state === 'loaded' && (
          <loaded.code key={part} {...{ view, here, goTo, onJob }} steps={states} />
        )}
        {loaded.state === 'failed' && <NotLoaded kind={datasourceIn(draft.choices)} />}
      </WizardFrame>
    );
  };
}
