import { isSent } from '#src/wizard/draft/schema.ts';
import { NO_PANEL_BESIDE, SHORT } from '#src/ui/styles.ts';
import { NameLink } from '#src/ui/links.tsx';
import { PageHeader } from '#src/ui/page.tsx';
import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { WizardProps } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { PlanLine, PlanPanel, type PlanProps } from '#src/wizard/Plan.tsx';
import type { StepNow, StepState } from '#src/wizard/steps/task-steps.ts';

const useListStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { columnGap: 0, paddingInline: tokens.spacingHorizontalS },
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '44px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: '2px solid transparent',
    // Forced colors would draw a transparent edge too; only the current step has one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
    fontWeight: tokens.fontWeightSemibold,
  },
  number: {
    minWidth: '20px',
    height: '20px',
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusCircular,
    boxSizing: 'border-box',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    // The list says the number to a screen reader; as text it would have to be part of the button's name.
    '::before': { content: 'attr(data-number)' },
  },
  filled: {
    border: 'none',
    lineHeight: '20px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  // On a narrow screen only the current step is named; the others keep their icon and name for readers.
  name: { [NO_PANEL_BESIDE]: { fontSize: 0 } },
  currentName: { [NO_PANEL_BESIDE]: { fontSize: tokens.fontSizeBase300 } },
});

/** What a step shows instead of its number. */
const TONES: Readonly<Partial<Record<StepMark, Tone>>> = {
  done: 'done',
  blocked: 'failed',
  notNeeded: 'cancelled',
  notChecked: 'unknown',
};

type StepMark = StepState['state'] | 'notVisited';

/** What is shown of a step's state: one that the person has not looked at isn't called done. */
const markOf = ({ state: { state } }: StepNow, isVisited: boolean): StepMark =>
  state === 'done' && !isVisited ? 'notVisited' : state;

interface StepListProps {
  readonly current: string;
  /** Ids of the steps that the person was at. */
  readonly visited?: readonly string[] | undefined;
  readonly steps: readonly StepNow[];
  readonly goTo: (step: string) => void;
}

/** All steps, always, each with its number or, once it was visited, its state. */
export function StepList({ current, visited, steps, goTo }: StepListProps) {
  const styles = useListStyles();
  return (
    <nav aria-label={wizard.steps}>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const { id, title } = step;
          const isCurrent = id === current;
          const mark = markOf(step, isCurrent || visited?.includes(id) === true);
          const tone = isCurrent ? undefined : TONES[mark];
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={isCurrent ? 'step' : undefined}
                title={title}
                aria-label={`${title}, ${wizard.stepState[mark]}`}
                className={mergeClasses(styles.step, isCurrent && styles.current)}
                onClick={() => goTo(id)}
              >
                {tone === undefined ? (
                  <span
                    aria-hidden
                    data-number={index + 1}
                    className={mergeClasses(styles.number, isCurrent && styles.filled)}
                  />
                ) : (
                  <StatusIcon tone={tone} />
                )}
                <span className={mergeClasses(styles.name, isCurrent && styles.currentName)}>
                  {title}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexShrink: 0, minHeight: 'auto' },
    [SHORT]: { flexShrink: 0, minHeight: 'auto' },
  },
  body: {
    display: 'flex',
    flex: '1 1 auto',
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexDirection: 'column', flexShrink: 0, minHeight: 'auto' },
    [SHORT]: { flexShrink: 0, minHeight: 'auto' },
  },
  sent: {
    flex: '1 1 auto',
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  saved: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface WizardFrameProps extends Omit<WizardProps, 'onJob'> {
  readonly title: string;
  /** What is being restored, and where it is kept. */
  readonly about: readonly string[];
  readonly steps: readonly StepNow[];
  /** What will happen, as far as it is chosen; null where the step says it itself. */
  readonly plan: PlanProps | null;
  /** The step that one is at, or what became of the press of Restore. */
  readonly children: ReactNode;
}

/** What is around the steps of every datasource: the header, the list of steps, and what was sent. */
export function WizardFrame(props: WizardFrameProps) {
  const styles = useStyles();
  const { draft, trouble, step, steps, plan, onStep, ToJob } = props;
  // The password of a script is in the memory of this tab alone.
  const isSecretHere = draft.task === 'recoverFiles' && isSent(draft.submission);
  const jobId = draft.submission.state === 'job' ? draft.submission.jobId : null;
  return (
    <div className={styles.root}>
      {jobId !== null && <ToJob jobId={jobId} />}
      <WizardHeader
        title={props.title}
        crumb={wizard.crumb[draft.task ?? 'restore']}
        about={props.about}
        changedAt={draft.changedAt}
        isSafe={trouble === null && !isSecretHere}
      />
      {trouble !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{wizard.draftInTab[trouble]}</MessageBarBody>
        </MessageBar>
      )}
      {isSent(draft.submission) ? (
        <div className={styles.sent}>{props.children}</div>
      ) : (
        <>
          <StepList current={step} visited={draft.visited} steps={steps} goTo={onStep} />
          <div className={styles.body}>
            {plan !== null && <Spoken text={plan.sentence} />}
            {plan !== null && <PlanLine {...plan} />}
            {props.children}
            {plan !== null && <PlanPanel {...plan} />}
          </div>
        </>
      )}
    </div>
  );
}

interface WizardHeaderProps {
  readonly title: string;
  readonly crumb: string;
  /** What is being restored, and where it is kept; empty while it is not selected. */
  readonly about: readonly string[];
  /** When the draft was changed last. */
  readonly changedAt: number;
  /** Whether all of it is in the browser's storage, so that the tab may be closed. */
  readonly isSafe: boolean;
}

/** What is being restored, and that nothing of it can be lost. */
const WizardHeader = memo(function WizardHeader({
  title,
  crumb,
  about,
  changedAt,
  isSafe,
}: WizardHeaderProps) {
  const styles = useStyles();
  const saved = wizard.draftStored(momentText(instant(changedAt), now()));
  return (
    <PageHeader
      title={title}
      crumbs={[
        <NameLink key="instances" to="/instances">
          {common.backupInstances}
        </NameLink>,
        crumb,
      ]}
      subtitle={about.length === 0 ? undefined : about.map(textInSentence).join(' · ')}
      actions={isSafe ? <span className={styles.saved}>{saved}</span> : undefined}
    />
  );
});
