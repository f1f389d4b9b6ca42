import { type Explanation, UnknownFact, Why } from '#src/ui/explanation.tsx';
import { NO_PANEL_BESIDE, SHORT, UNSEEN, useCommonStyles } from '#src/ui/styles.ts';
import { RetryWait } from '#src/ui/states.tsx';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type ComponentType, createContext, type ReactNode, use, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import type { GoTo } from '#src/datasources/datasource.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { labelOf } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { kindLabels } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { StepNotes } from '#src/wizard/draft/StepNotes.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { confirmSuggestions } from '#src/wizard/draft/suggested.ts';
import {
  errorWords,
  explain,
  explainHidden,
  explainRules,
  hiddenInStep,
  notesOfStep,
  uncheckedOfStep,
} from '#src/wizard/explain/findings.ts';
import { waitingRules } from '#src/wizard/explain/unknown.ts';
import { isFieldHidden, type View } from '#src/wizard/explain/view.ts';
import { areOnTheirWay } from '#src/wizard/read.ts';
import { stepBefore, stepToDecide } from '#src/wizard/steps/flow.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import { POINT_STEP, type StepNow, stepPast } from '#src/wizard/steps/task-steps.ts';
import type { PanelProps, ReviewProps } from '#src/wizard/task.ts';

const words = wizard.answers;

const useFoldStyles = makeStyles({
  open: { '& > summary > svg': { transform: 'rotate(90deg)' } },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '36px',
    listStyleType: 'none',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '::-webkit-details-marker': { display: 'none' },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { paddingInlineStart: 0 },
  },
  // Its fields stand in line with those above the folds.
  flush: { paddingInlineStart: 0 },
  // The list of the last field opens below it, and needs room there.
  folds: {
    marginTop: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXS,
    marginBottom: '56px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  line: { paddingBlock: tokens.spacingVerticalXS },
});

interface FoldProps {
  readonly title: string;
  /** Beside the title: how much it holds, or what. */
  readonly summary: string;
  /** It opens by itself once this is so, and never closes by itself. */
  readonly isNeeded?: boolean;
  /** Its fields stay in the document while it is closed. */
  readonly isForm?: boolean;
  readonly children: () => ReactNode;
}

/** One row that opens to what few people need. */
export function Fold({ title, summary, isNeeded = false, isForm = false, children }: FoldProps) {
  const styles = useFoldStyles();
  const { strong, second } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(isNeeded);
  const [wasNeeded, setWasNeeded] = useState(isNeeded);
  if (isNeeded !== wasNeeded) {
    setWasNeeded(isNeeded);
    if (isNeeded) setIsOpen(true);
  }
  return (
    <details
      className={isOpen ? styles.open : undefined}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className={styles.summary}>
        <ChevronRight16Regular aria-hidden />
        <span className={strong}>{title}</span> <span className={second}>{summary}</span>
      </summary>
      {(isForm || isOpen) && (
        <section
          aria-label={title}
          className={mergeClasses(styles.content, isForm && styles.flush)}
        >
          {children()}
        </section>
      )}
    </details>
  );
}

interface StepFoldsProps<Reads> {
  readonly step: string;
  readonly view: View<Reads>;
  readonly goTo: GoTo;
  /** What else the documentation says here. */
  readonly renderMore?: (() => ReactNode) | undefined;
  /** The folds of the step's own, above. */
  readonly children?: ReactNode;
}

/** At the end of a step, folded up: what is not here and why, and all that the rules say here. */
export function StepFolds<Reads>({
  step,
  view,
  goTo,
  renderMore,
  children,
}: StepFoldsProps<Reads>) {
  const styles = useFoldStyles();
  const { plainList } = useCommonStyles();
  const parts = partsOf({ step, view, goTo, renderMore });
  if (parts.length === 0 && children === undefined) return null;
  return (
    <div className={styles.folds}>
      {children}
      {parts.map(({ title, summary, items, renderMore: more }) => (
        <Fold key={title} {...{ title, summary }}>
          {() => (
            <>
              {more?.()}
              <ul className={plainList}>{items()}</ul>
            </>
          )}
        </Fold>
      ))}
    </div>
  );
}

interface Part {
  readonly title: string;
  readonly summary: string;
  /** Rendered only when the fold is open. */
  readonly items: () => readonly ReactNode[];
  readonly renderMore?: StepFoldsProps<never>['renderMore'];
}

/** What the rules say of a step, in parts; none of them is empty. */
function partsOf<Reads>({
  step,
  view,
  goTo,
  renderMore,
}: Omit<StepFoldsProps<Reads>, 'children'>): readonly Part[] {
  const hidden = hiddenInStep(view, step);
  const notes = notesOfStep(view, step);
  const unchecked = waitingRules(uncheckedOfStep(view, step), view, goTo);
  // What is on its way changes what there is to count.
  const counted = (count: string): string => (areOnTheirWay(view.reads) ? '' : count);
  const absent: Part = {
    title: words.hidden,
    summary: counted(String(hidden.length)),
    items: () =>
      hidden.map(({ field, rules }) => (
        <li key={field}>
          <Why
            ask={words.whyNo(labelOf(field))}
            label={words.whyNo(labelOf(field))}
            explain={() => explainHidden(view, field, rules)}
          />
        </li>
      )),
  };
  const rulesHere: Part = {
    title: words.notes,
    summary: counted(words.notesCount(notes.length, unchecked.length)),
    renderMore,
    items: () => [
      ...unchecked.map(({ unknown }) => (
        <li key={unknown.why}>
          <Status tone="unknown">
            <UnknownFact unknown={unknown} />
          </Status>
        </li>
      )),
      ...notes.map((rule) => (
        <RuleNote key={rule.id} rule={rule} why={() => explainRules(view, [rule])} />
      )),
    ],
  };
  return [
    ...(hidden.length > 0 ? [absent] : []),
    ...(notes.length + unchecked.length > 0 ? [rulesHere] : []),
  ];
}

const TONES: Readonly<Record<Rule['kind'], Tone>> = {
  block: 'failed',
  'require-field': 'waiting',
  warn: 'warning',
  default: 'done',
  info: 'waiting',
  checklist: 'waiting',
  'hide-field': 'waiting',
};

interface RuleNoteProps {
  readonly rule: Rule;
  /** Why it says so. */
  readonly why: () => Explanation;
}

/** What a rule says here, who says so, and why it does. */
function RuleNote({ rule, why }: RuleNoteProps) {
  const styles = useFoldStyles();
  const { strong, second } = useCommonStyles();
  const { rule: text, sources } = explain(rule);
  return (
    <li className={styles.line}>
      <Status tone={TONES[rule.kind]}>
        <span className={strong}>{words.kind(kindLabels[rule.kind])}</span> {text}
      </Status>
      <div className={second}>
        <Why ask={words.whyRule(text)} explain={why} beside="ruleAndSource">
          {sources.join('; ')}
        </Why>
      </div>
    </li>
  );
}

/** The end of the button bar, where a step may say something. */
const FootContext = createContext<HTMLElement | null>(null);

/** Puts something at the end of the button bar of the step that draws it. */
export function AtFoot({ children }: { readonly children: ReactNode }) {
  const foot = use(FootContext);
  return foot && createPortal(children, foot);
}

const NARROW = '@media (max-width: 639px)';

const useBodyStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minWidth: 0,
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexShrink: 0 },
    [SHORT]: { minHeight: 'auto' },
  },
  panel: {
    // Narrower screens have a layout of their own.
    '@media (min-width: 640px)': { containerName: 'form', containerType: 'inline-size' },
    flex: '1 1 auto',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [NO_PANEL_BESIDE]: { flexShrink: 0, overflowY: 'visible' },
    [SHORT]: { overflowY: 'visible' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  heading: {
    // Clear of the edge above and of the button bar below.
    scrollMarginBlock: '8px 80px',
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  bare: { paddingTop: tokens.spacingVerticalXS, [NARROW]: { paddingTop: 0 } },
  unseen: { ...UNSEEN, margin: 0 },
  position: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

interface StepBodyProps {
  /** It shows its content at once: its heading is read out alone. */
  readonly isBare?: boolean;
  readonly step: StepNow;
  readonly steps: readonly StepNow[];
  /** Below what scrolls. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** The place of a step: its heading, what it asks, and the buttons below. */
export function StepBody({ isBare = false, step, steps, buttons, children }: StepBodyProps) {
  const styles = useBodyStyles();
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.panel, isBare && styles.bare)}>
        {/* The heading takes focus when one arrives at the step. */}
        <h2
          className={mergeClasses(styles.heading, isBare && styles.unseen)}
          tabIndex={-1}
          data-arrival
        >
          {step.title}{' '}
          <span className={styles.position}>
            {wizard.stepOf(steps.findIndex(({ id }) => id === step.id) + 1, steps.length)}
          </span>
        </h2>
        {children}
      </div>
      {buttons}
    </div>
  );
}

const useButtonStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    position: 'sticky',
    // On a narrow screen the running restores and the simulation panel stand below.
    bottom: 'calc(var(--strip-height, 0px) + var(--panel-height, 0px))',
    zIndex: 1,
    [SHORT]: { position: 'static' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalS },
    // One line of buttons, or a list above shows less of itself.
    '@media (max-width: 359px)': {
      '& > button': { minWidth: 0, paddingInline: tokens.spacingHorizontalS },
    },
  },
  // On a narrow screen two buttons fit; the list of steps leads there, too.
  review: { '@media (max-width: 639px)': { display: 'none' } },
  // Two lines of buttons, and more, would cover what is scrolled below them.
  withOne: { '@media (max-width: 639px)': { position: 'static' } },
  withMore: { '@media (max-width: 1023px)': { position: 'static' } },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: 'auto' },
});

interface StepButtonsProps {
  readonly step: string;
  readonly steps: readonly StepNow[];
  /** Where Next leads; null at the last step. */
  readonly after: StepNow | null;
  readonly formId: string;
  readonly goTo: (step: string) => void;
  /** Takes the end of the bar. */
  readonly onEnd?: (end: HTMLElement | null) => void;
  /** How many links stand beside the button. With them it doesn't stay in view where there is little room. */
  readonly links?: number;
  /** The button of the last step. */
  readonly children?: ReactNode;
}

/** Previous, Next or Restore, the short way to Review, and until when Azure asks to wait. */
export function StepButtons(props: StepButtonsProps) {
  const { step, steps, after, formId, goTo, onEnd, links = 0, children } = props;
  const styles = useButtonStyles();
  const before = stepBefore(step, steps);
  return (
    <div
      className={mergeClasses(
        styles.root,
        links > 0 && styles.withOne,
        links > 1 && styles.withMore,
      )}
    >
      {before !== null && <Button onClick={() => goTo(before.id)}>{wizard.previous}</Button>}
      {after !== null && (
        <Button appearance="primary" type="submit" form={formId}>
          {wizard.next(after.title)}
        </Button>
      )}
      {after !== null && after.id !== 'review' && (
        <Button className={styles.review} onClick={() => goTo('review')}>
          {wizard.review}
        </Button>
      )}
      {children}
      <span role="status" className={styles.why}>
        <RetryWait />
      </span>
      {onEnd && <span ref={onEnd} className={styles.end} />}
    </div>
  );
}

interface FieldStepProps<Id extends string, Reads, Seen extends View<Reads>> extends ReviewProps<
  Id,
  Reads,
  Seen
> {
  /** The form of the step. */
  readonly Panel: ComponentType<PanelProps<Seen>>;
}

/** A step that asks for fields: what applies to it, its form, and the buttons. */
export function FieldStep<Id extends string, Reads, Seen extends View<Reads>>({
  task: { chosenText, transitions, holdsFold },
  Panel,
  Remarks,
  view,
  here,
  steps,
  stepsNow,
  goTo,
}: FieldStepProps<Id, Reads, Seen>) {
  const formId = useId();
  const { id: step } = here;
  const goOn = () => {
    // The form of a panel names it first; where it doesn't, the step is held anyway.
    const now = stepsNow();
    const rejected = now.find(({ id }) => id === step)?.rejected;
    if (rejected !== undefined) {
      goTo(step, rejected);
      return;
    }
    // The step after the restore point says a suggested one, too.
    const pointField = stepPast(steps, 'point') === step ? ['point'] : [];
    // What is hidden was never on screen, so it stays a suggestion.
    const seen = here.fields.filter((field) => !isFieldHidden(view, field));
    confirmSuggestions(view.draft.id, [...seen, ...pointField]);
    const next = stepToDecide(step, now, view);
    if (next !== null) goTo(next.id);
  };
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  return (
    <FootContext value={foot}>
      <StepBody
        isBare={step === POINT_STEP}
        step={here}
        steps={steps}
        buttons={
          <StepButtons
            {...{ step, steps, formId, goTo }}
            after={stepToDecide(step, steps, view)}
            onEnd={setFoot}
          />
        }
      >
        <StepNotes {...{ step, steps, chosenText, transitions }} draft={view.draft}>
          {Remarks && <Remarks {...{ step, view, goTo }} />}
        </StepNotes>
        <Panel {...{ view, formId, goTo }} onNext={goOn} />
        {step !== holdsFold && <StepFolds step={step} view={view} goTo={goTo} />}
      </StepBody>
    </FootContext>
  );
}

interface DatasourcePanelProps<Reads> {
  readonly view: View<Reads>;
  /** The id of the form that the wizard's Next button submits. */
  readonly formId: string;
  readonly onNext: () => void;
}

/** The datasources that have the task of a draft. */
const optionsFor = ({ task }: Draft) =>
  [...DATASOURCES]
    .filter(([, { recoversFiles }]) => task === undefined || recoversFiles !== undefined)
    .map(([value, { name }]) => ({ value, label: name }));

/** What kind of backup is restored: the same question in the wizard of each. */
export function DatasourcePanel<Reads>({ view, formId, onNext }: DatasourcePanelProps<Reads>) {
  const form = useStepForm('datasource', view);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={form.control}
        name="datasource"
        label={wizard.datasource.label}
        required
        {...errorWords(view)}
        options={optionsFor(view.draft)}
      />
    </StepForm>
  );
}
