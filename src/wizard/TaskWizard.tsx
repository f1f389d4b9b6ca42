import { type ComponentType, memo, useDeferredValue, useMemo } from 'react';
import type { Task, WizardProps } from '#src/datasources/datasource.ts';
import { useLoaded } from '#src/ui/use-loaded.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState } from '#src/wizard/draft/store.ts';
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

/** Applies the rules to a draft, with what was read. */
type Views<Seen> = (draft: Draft) => Seen;

/** The wizard of a task: the frame, drawn from what the task brings. */
function wizardOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
  loads: StepLoads<Seen, Id>,
): ComponentType<WizardProps> {
  const Drawn = memo(drawnOf(task, loads));
  const { useViews } = task;
  // A key draws its own field, and not what is around it.
  return memo(function TaskWizard(props: WizardProps) {
    const { draft } = props;
    const views = useViews(draft);
    // An answer that comes between keys is drawn after them; after a choice nothing is drawn
    // from answers about the choice before.
    const latest = useMemo(() => ({ draft, views }), [draft, views]);
    const later = useDeferredValue(latest);
    return <Drawn {...props} views={later.draft === draft ? later.views : views} />;
  });
}

interface DrawnProps<Seen> extends WizardProps {
  readonly views: Views<Seen>;
}

function drawnOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
  loads: StepLoads<Seen, Id>,
): ComponentType<DrawnProps<Seen>> {
  const { steps, planOf } = task;
  return function DrawnWizard({ views, ...props }) {
    const { draft, step, onStep: goTo, onJob } = props;
    const view = useMemo(() => views(draft), [views, draft]);
    const states = useMemo(() => stepStates(steps, view), [view]);
    const here = states.find(({ id }) => id === step);
    const part = isSent(draft.submission) ? SENT : step;
    const loaded = useLoaded(loads, part);
    if (here === undefined) return <NoSuchStep onFirst={() => goTo('datasource')} />;
    const stepsNow = () => stepStates(steps, views(storedNow(draft)));
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
          <loaded.code key={part} {...{ view, here, goTo, onJob, stepsNow }} steps={states} />
        )}
        {loaded.state === 'failed' && <NotLoaded kind={datasourceIn(draft.choices)} />}
      </WizardFrame>
    );
  };
}

/** A draft with all that was typed since it was drawn. */
function storedNow(drawn: Draft): Draft {
  const { draft } = draftState(drawn.id);
  return draft.ok ? draft.value : drawn;
}
