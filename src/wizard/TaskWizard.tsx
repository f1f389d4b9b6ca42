import { Button } from '@fluentui/react-components';
import { type ComponentType, memo, type ReactNode, use, useDeferredValue, useMemo } from 'react';
import type { Task, WizardProps } from '#src/datasources/datasource.ts';
import { type Loaded, loadOnce, type Loads } from '#src/lib/load.ts';
import { wizard } from '#src/strings/wizard.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { useHasChanged, useLoaded } from '#src/ui/hooks.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { EmptyState, SkeletonRows } from '#src/ui/states.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { WizardFrame } from '#src/wizard/WizardFrame.tsx';
import { NotLoaded } from '#src/wizard/WizardPage.tsx';
import { type Draft, type DraftChange, isSent } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState } from '#src/wizard/draft/store.ts';
import { noteAt, useStoredWith } from '#src/wizard/draft/suggested.ts';
import { applied, datasourceIn } from '#src/wizard/draft/transitions.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import { isShownAtOnce, wayToRule } from '#src/wizard/explain/unknown.ts';
import type { View } from '#src/wizard/explain/view.ts';
import type { DrawPicture } from '#src/wizard/picture.ts';
import { DatasourcePanel, FieldStep } from '#src/wizard/steps/FieldStep.tsx';
import { WizardHere, stepStates } from '#src/wizard/steps/flow.ts';
import {
  fieldsBefore,
  FIRST_STEP,
  LAST_STEP,
  POINT_STEP,
  stepPast,
  stepWith,
} from '#src/wizard/steps/task-steps.ts';
import type { Sent } from '#src/wizard/submit/Sent.tsx';
import type {
  PanelProps,
  RemarksProps,
  ReviewProps,
  StepProps,
  TaskSpec,
  WayToJob,
} from '#src/wizard/task.ts';

const words = wizard.noSuchStep;

/** For an address whose last part is no step. */
function NoSuchStep({ onFirst }: { readonly onFirst: () => void }) {
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.body}>
        <Button appearance="primary" onClick={onFirst}>
          {words.first}
        </Button>
      </EmptyState>
    </>
  );
}

/** The code of a step, or of what is shown once Restore was pressed. */
type StepCode<Id extends string, Reads, Seen extends View<Reads>> =
  | {
      readonly kind: 'fields';
      readonly Panel: ComponentType<PanelProps<Seen>>;
      readonly Remarks: ComponentType<RemarksProps<Seen, Id>> | undefined;
    }
  | {
      readonly kind: 'review';
      readonly Step: ComponentType<ReviewProps<Id, Reads, Seen>>;
      readonly Remarks: ComponentType<RemarksProps<Seen, Id>> | undefined;
    }
  | { readonly kind: 'sent'; readonly Step: typeof Sent; readonly way: WayToJob }
  | { readonly kind: 'ownSent'; readonly Step: ComponentType<StepProps<Seen, Id>> };

type StepLoads<Id extends string, Reads, Seen extends View<Reads>> = Loads<
  StepCode<Id, Reads, Seen>
>;

/** In place of a step's id: what is shown once Restore was pressed. */
const SENT = 'sent';

/** How the steps of a task are loaded, each with what the frame draws it with. */
function loadsOfSteps<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
): StepLoads<Id, Reads, Seen> {
  type Code = StepCode<Id, Reads, Seen>;
  type LoadPanel = () => Promise<ComponentType<PanelProps<Seen>>>;
  const panels = new Map<string, LoadPanel>([
    ...Object.entries<LoadPanel>(task.panels),
    [FIRST_STEP, async () => DatasourcePanel],
  ]);
  const remarks = async () => task.remarks?.();
  const { sent: shown } = task;
  const sent = async (): Promise<Code> =>
    typeof shown === 'function'
      ? { kind: 'ownSent', Step: await shown() }
      : { kind: 'sent', Step: (await import('#src/wizard/submit/Sent.tsx')).Sent, way: shown };
  const review = async (): Promise<Code> => {
    const [Step, Remarks] = await Promise.all([
      task.review(),
      remarks(),
      // Once Restore is pressed is no time to load what shows it: the focus finds its heading at once.
      loads.load(SENT),
    ]);
    return { kind: 'review', Step, Remarks };
  };
  const fields = async (load: LoadPanel): Promise<Code> => {
    const [Panel, Remarks] = await Promise.all([load(), remarks()]);
    return { kind: 'fields', Panel, Remarks };
  };
  const loads: StepLoads<Id, Reads, Seen> = loadOnce((id) => {
    if (id === SENT) return sent;
    if (id === LAST_STEP) return review;
    const load = panels.get(id);
    return load && (() => fields(load));
  });
  return loads;
}

interface StepPlaceProps<Code> {
  /** What is drawn here: a step by its id, or what came of a press. */
  readonly part: string;
  readonly loaded: Loaded<Code>;
  /** The datasource whose code it is. */
  readonly kind: string;
  readonly children: (code: Code) => ReactNode;
}

/** Where a step is drawn: it is on its way, is there, or failed, and what is around it stays. */
export function StepPlace<Code>(props: StepPlaceProps<Code>) {
  const styles = useCommonStyles();
  const { part, loaded, kind, children } = props;
  const hasChanged = useHasChanged(part);
  switch (loaded.state) {
    case 'loaded':
      return (
        <div key={part} ref={hasChanged ? fromStepBefore : fromPage} className={styles.contents}>
          <Part what={wizard.stepWhat}>{children(loaded.code)}</Part>
        </div>
      );
    case 'loading':
      return (
        <div className={styles.grow}>
          <SkeletonRows what={wizard.stepWhat} />
        </div>
      );
    case 'failed':
      return <NotLoaded kind={kind} />;
    case 'missing':
      return null;
  }
}

/**
 * Gives the step's heading the focus as the step is drawn, where the focus waits for it: at the page's
 * own heading, or at its content when that was on its way too.
 */
const takeFocus =
  (waiting: string) =>
  (drawn: HTMLElement | null): void => {
    if (document.activeElement?.matches(waiting) === true)
      drawn?.querySelector<HTMLElement>('[data-arrival]')?.focus();
  };

const fromPage = takeFocus('main, h1');
/** The button that led to another step is gone, and the focus with it. */
const fromStepBefore = takeFocus('body, main, h1');

/** A task as the registry has it. */
export function taskOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
): Task {
  const { steps, fields, transitions, isOneKind = false } = task;
  const ofSource = fieldsBefore(steps, stepPast(steps, 'point') ?? LAST_STEP);
  const isNamed = (given: DraftChange, chosen: DraftChange): boolean =>
    Object.keys(chosen).length > 0 ||
    (isOneKind &&
      typeof given['instance'] === 'string' &&
      Object.keys(given).every((field) => ofSource.includes(field)));
  const loads = loadsOfSteps(task);
  const Viewed = viewedOf(task, loads);
  return {
    begin: (given, chosen = {}, { cause, isExample = false } = {}) =>
      createDraft((id, at) => ({
        ...applied(transitions, fields.begun(id, at, given), chosen, at),
        cause,
        suggested: isExample ? undefined : {},
        // Whoever names what to do is led past the steps that need no decision.
        isNamed: isNamed(given, chosen),
        task: task.task,
      })),
    canRead: fields.canRead,
    Wizard: memo(function TaskWizard(place: WizardProps) {
      return (
        <WizardHere value={place}>
          <Viewed draft={place.draft} />
        </WizardHere>
      );
    }),
    loadStep: async (step) => {
      await loads.load(step);
      // Whoever goes on needs no connection to the next step.
      for (const { id } of steps) void loads.load(id);
    },
    stepWith: (field) => stepWith(steps, field),
    stepAfter: (field) => stepPast(steps, field),
  };
}

/** The part of a wizard that reads. Made once for a task: the hook of a component never changes. */
function viewedOf<Id extends string, Reads, Seen extends View<Reads>>(
  task: TaskSpec<Id, Reads, Seen>,
  loads: StepLoads<Id, Reads, Seen>,
) {
  const { useViews } = task;
  // A key draws its own field, and not what is around it; another step asks for nothing anew.
  return memo(function ViewedWizard({ draft }: { readonly draft: Draft }) {
    const views = useViews(draft);
    // An answer that comes between keys is drawn after them; after a choice nothing is drawn
    // from answers about the choice before.
    const latest = useMemo(() => ({ draft, views }), [draft, views]);
    const later = useDeferredValue(latest);
    const drawn = later.draft === draft ? later.views : views;
    return useMemo(() => <DrawnWizard {...{ task, loads, draft }} views={drawn} />, [draft, drawn]);
  });
}

function storeAt(id: string, step: string | null): void {
  if (step !== null) noteAt(id, step);
}

/** Few requests are refused. */
const RefusedLookBack = lazyPart(
  () => import('#src/wizard/submit/Refusal.tsx'),
  (code) => code.RefusedLookBack,
);

interface DrawnProps<Id extends string, Reads, Seen extends View<Reads>> {
  readonly task: TaskSpec<Id, Reads, Seen>;
  readonly loads: StepLoads<Id, Reads, Seen>;
  readonly draft: Draft;
  /** Applies the rules to a draft, with what was read. */
  readonly views: (draft: Draft) => Seen;
}

function DrawnWizard<Id extends string, Reads, Seen extends View<Reads>>({
  task,
  loads,
  draft,
  views,
}: DrawnProps<Id, Reads, Seen>) {
  const { steps } = task;
  const place = use(WizardHere);
  const view = useMemo(() => views(draft), [views, draft]);
  const states = useMemo(() => stepStates(steps, view), [steps, view]);
  const { about, ...plan } = useMemo(() => planned(task, view), [task, view]);
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
      plan={step === LAST_STEP || step === POINT_STEP ? null : { ...plan, step, goTo }}
      isStepThere={loaded.state === 'loaded'}
    >
      {draft.submission.state === 'refused' && typeof task.sent !== 'function' && (
        <Part what={wizard.stepWhat} waiting={null}>
          <RefusedLookBack draft={draft} sent={draft.submission} searchFor={task.sent.searchFor} />
        </Part>
      )}
      <StepPlace {...{ part, loaded }} kind={datasourceIn(draft.choices)}>
        {(code) => (
          <LoadedStep {...{ task, code, view, here, goTo, onJob, stepsNow }} steps={states} />
        )}
      </StepPlace>
    </WizardFrame>
  );
}

interface LoadedStepProps<Id extends string, Reads, Seen extends View<Reads>> extends StepProps<
  Seen,
  Id
> {
  readonly task: TaskSpec<Id, Reads, Seen>;
  readonly code: StepCode<Id, Reads, Seen>;
}

function LoadedStep<Id extends string, Reads, Seen extends View<Reads>>({
  task,
  code,
  ...props
}: LoadedStepProps<Id, Reads, Seen>) {
  switch (code.kind) {
    case 'fields':
      return <FieldStep {...props} task={task} Panel={code.Panel} Remarks={code.Remarks} />;
    case 'review':
      return <code.Step {...props} task={task} Remarks={code.Remarks} />;
    case 'sent':
      return <code.Step {...props} task={task} way={code.way} />;
    case 'ownSent':
      return <code.Step {...props} />;
  }
}

/** What will happen, as far as it is chosen, and what the rules find in it. */
function planned<Id extends string, Reads, Seen extends View<Reads>>(
  { planOf, Picture }: TaskSpec<Id, Reads, Seen>,
  view: Seen,
) {
  const { target: _target, ...plan } = planOf(view);
  return {
    ...plan,
    renderPicture: Picture && ((draw: DrawPicture) => <Picture view={view} draw={draw} />),
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
