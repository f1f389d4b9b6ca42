import { type ComponentType, memo, use, useDeferredValue, useMemo } from 'react';
import type { Task, WizardProps } from '#src/datasources/datasource.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { type Draft, isSent } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState } from '#src/wizard/draft/store.ts';
import { noteAt, useStoredWith } from '#src/wizard/draft/suggested.ts';
import { applied, datasourceIn } from '#src/wizard/draft/transitions.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import { isShownAtOnce, wayToRule } from '#src/wizard/explain/unknown.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { NoSuchStep } from '#src/wizard/page/NoSuchStep.tsx';
import { WizardFrame } from '#src/wizard/page/WizardFrame.tsx';
import { StepPlace } from '#src/wizard/steps/StepPlace.tsx';
import { stepStates } from '#src/wizard/steps/flow.ts';
import { loadsOfSteps, SENT, type StepLoads } from '#src/wizard/steps/load-step.ts';
import { Place } from '#src/wizard/steps/place.ts';
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
        // Who names what to do has the rest suggested.
        suggested: Object.keys(chosen).length > 0 ? {} : undefined,
        task: task.task,
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
  // A key draws its own field, and not what is around it; another step asks for nothing anew.
  const Viewed = memo(function ViewedWizard({ draft }: { readonly draft: Draft }) {
    const views = useViews(draft);
    // An answer that comes between keys is drawn after them; after a choice nothing is drawn
    // from answers about the choice before.
    const latest = useMemo(() => ({ draft, views }), [draft, views]);
    const later = useDeferredValue(latest);
    return <Drawn draft={draft} views={later.draft === draft ? later.views : views} />;
  });
  return memo(function TaskWizard(props: WizardProps) {
    return (
      <Place value={props}>
        <Viewed draft={props.draft} />
      </Place>
    );
  });
}

function storeAt(id: string, step: string | null): void {
  if (step !== null) noteAt(id, step);
}

interface DrawnProps<Seen> {
  readonly draft: Draft;
  readonly views: Views<Seen>;
}

function drawnOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
  loads: StepLoads<Seen, Id>,
): ComponentType<DrawnProps<Seen>> {
  const { steps } = task;
  return function DrawnWizard({ draft, views }) {
    const place = use(Place);
    const view = useMemo(() => views(draft), [views, draft]);
    const states = useMemo(() => stepStates(steps, view), [view]);
    const { about, ...plan } = useMemo(() => planned(task, view), [view]);
    const part = isSent(draft.submission) ? SENT : (place?.step ?? '');
    const loaded = useLoaded(loads, part);
    const here = states.find(({ id }) => id === place?.step);
    // A step may be typed into the address, or be one of the browser's past.
    useStoredWith(draft.id, here?.id ?? null, storeAt);
    if (place === null) return null;
    const { step, onStep: goTo, onJob } = place;
    if (here === undefined) return <NoSuchStep onFirst={() => goTo('datasource')} />;
    const stepsNow = () => {
      const stored = storedNow(draft);
      return stored === draft ? states : stepStates(steps, views(stored));
    };
    return (
      <WizardFrame
        {...place}
        draft={draft}
        title={task.title}
        about={about}
        steps={states}
        plan={step === 'review' ? null : { ...plan, step, goTo }}
      >
        <StepPlace {...{ part, loaded }} kind={datasourceIn(draft.choices)}>
          {(Step) => <Step {...{ view, here, goTo, onJob, stepsNow }} steps={states} />}
        </StepPlace>
      </WizardFrame>
    );
  };
}

/** What will happen, as far as it is chosen, and what the rules find in it. */
function planned<Id extends string, Reads, Seen extends View<Reads>>(
  { planOf }: TaskSpec<Id, Reads, Seen>,
  view: Seen,
) {
  const { target: _target, ...plan } = planOf(view);
  return {
    ...plan,
    wayTo: wayToRule(view),
    isShownAtOnce: isShownAtOnce(view),
    fieldLabel: view.model.fieldLabel,
    findings: formFindings(view),
  };
}

/** A draft with all that was typed since it was drawn. */
function storedNow(drawn: Draft): Draft {
  const { draft } = draftState(drawn.id);
  return draft.ok ? draft.value : drawn;
}
