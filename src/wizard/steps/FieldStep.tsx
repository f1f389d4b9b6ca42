import { SectionHeading } from '#src/ui/page.tsx';
import { type Explanation, UnknownFact, Why } from '#src/ui/explanation.tsx';
import { NO_PANEL_BESIDE, SHORT, useCommonStyles } from '#src/ui/styles.ts';
import { RetryWait } from '#src/ui/states.tsx';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentType, type ReactNode, useId, useState } from 'react';
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
import type { View } from '#src/wizard/explain/view.ts';
import { stepBefore, stepToDecide } from '#src/wizard/steps/flow.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { StepNow } from '#src/wizard/steps/task-steps.ts';
import type { PanelProps, ReviewProps } from '#src/wizard/task.ts';

const words = wizard.answers;

const useFoldStyles = makeStyles({
  // The list of the last field opens below it, and needs room there.
  root: { marginTop: tokens.spacingVerticalXL, marginBottom: '56px' },
  line: { paddingBlock: tokens.spacingVerticalXS },
});

/** What a step asks besides, in its fold. */
export interface OwnPart {
  readonly title: string;
  readonly content: ReactNode;
  /** It is of use at once: the fold is open when one comes. */
  readonly isOpen: boolean;
}

interface AdvancedProps<Reads> {
  readonly step: string;
  readonly view: View<Reads>;
  readonly goTo: GoTo;
  readonly own?: OwnPart | undefined;
}

interface Part {
  readonly title: string;
  /** Rendered only when the fold is open. */
  readonly items: () => readonly ReactNode[];
}

/** At the end of a step, folded up: what else it asks, what is not here and why, and all that the rules say here. */
export function Advanced<Reads>({ step, view, goTo, own }: AdvancedProps<Reads>) {
  const styles = useFoldStyles();
  const { plainList, strong, second } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(own?.isOpen ?? false);
  const parts = partsOf({ step, view, goTo });
  const titles = [...(own ? [own.title] : []), ...parts.map(({ title }) => title)];
  if (titles.length === 0) return null;
  return (
    <details
      className={styles.root}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className={styles.line}>
        <span className={strong}>{words.advanced}</span>{' '}
        <span className={second}>{titles.join(' · ')}</span>
      </summary>
      {own && <TitledPart title={own.title}>{own.content}</TitledPart>}
      {isOpen &&
        parts.map(({ title, items }) => (
          <TitledPart key={title} title={title}>
            <ul className={plainList}>{items()}</ul>
          </TitledPart>
        ))}
    </details>
  );
}

interface TitledPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function TitledPart({ title, children }: TitledPartProps) {
  return (
    <section aria-label={title} className={useFoldStyles().line}>
      <SectionHeading level={3}>{title}</SectionHeading>
      {children}
    </section>
  );
}

/** What the rules say of a step, in parts; none of them is empty. */
function partsOf<Reads>({ step, view, goTo }: AdvancedProps<Reads>): readonly Part[] {
  const hidden = hiddenInStep(view, step);
  const notes = notesOfStep(view, step);
  const unchecked = waitingRules(uncheckedOfStep(view, step), view, goTo);
  const absent: Part = {
    title: words.hidden(hidden.length),
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
    title: words.notes(notes.length, unchecked.length),
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
    flex: '1 1 auto',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [NO_PANEL_BESIDE]: { flexShrink: 0, overflowY: 'visible' },
    [SHORT]: { overflowY: 'visible' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  position: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

interface StepBodyProps {
  readonly step: StepNow;
  readonly steps: readonly StepNow[];
  /** Below what scrolls. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** The place of a step: its heading, what it asks, and the buttons below. */
export function StepBody({ step, steps, buttons, children }: StepBodyProps) {
  const styles = useBodyStyles();
  return (
    <div className={styles.root}>
      <div className={styles.panel}>
        {/* The heading takes focus when one arrives at the step. */}
        <h2 className={styles.heading} tabIndex={-1} data-arrival>
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
  },
  // On a narrow screen two buttons fit; the list of steps leads there, too.
  review: { '@media (max-width: 639px)': { display: 'none' } },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface StepButtonsProps {
  readonly step: string;
  readonly steps: readonly StepNow[];
  /** Where Next leads; null at the last step. */
  readonly after: StepNow | null;
  readonly formId: string;
  readonly goTo: (step: string) => void;
  /** The button of the last step. */
  readonly children?: ReactNode;
}

/** Previous, Next or Restore, the short way to Review, and until when Azure asks to wait. */
export function StepButtons(props: StepButtonsProps) {
  const { step, steps, after, formId, goTo, children } = props;
  const styles = useButtonStyles();
  const before = stepBefore(step, steps);
  return (
    <div className={styles.root}>
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
    confirmSuggestions(view.draft.id, here.fields);
    const next = stepToDecide(step, now, view);
    if (next !== null) goTo(next.id);
  };
  return (
    <StepBody
      step={here}
      steps={steps}
      buttons={
        <StepButtons {...{ step, steps, formId, goTo }} after={stepToDecide(step, steps, view)} />
      }
    >
      <StepNotes {...{ step, steps, chosenText, transitions }} draft={view.draft}>
        {Remarks && <Remarks {...{ step, view, goTo }} />}
      </StepNotes>
      <Panel {...{ view, formId, goTo }} onNext={goOn} />
      {step !== holdsFold && <Advanced step={step} view={view} goTo={goTo} />}
    </StepBody>
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
