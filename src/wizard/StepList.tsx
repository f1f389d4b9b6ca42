import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { type StepId, STEPS } from '#src/rules/step-of.ts';
import type { StepStates } from '#src/wizard/flow.ts';
import { NO_PANEL_BESIDE } from '#src/ui/room.ts';

const useStyles = makeStyles({
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
    // Forced colours would draw a transparent edge too; only the current step has one.
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
  // On a narrow screen only the current step is named; the others keep their icon and name for readers.
  name: { [NO_PANEL_BESIDE]: { fontSize: 0 } },
  currentName: { [NO_PANEL_BESIDE]: { fontSize: tokens.fontSizeBase300 } },
});

const TONES: Readonly<Record<StepStates[StepId]['state'], Tone>> = {
  done: 'done',
  todo: 'waiting',
  blocked: 'failed',
  notNeeded: 'cancelled',
  notChecked: 'unknown',
};

export interface StepListProps {
  readonly current: StepId;
  readonly states: StepStates;
  readonly goTo: (step: StepId) => void;
  /** What the steps are titled. */
  readonly names?: Readonly<Record<StepId, string>>;
}

/** All six steps, always, each with how it stands. */
export function StepList({ current, states, goTo, names = wizard.step }: StepListProps) {
  const styles = useStyles();
  return (
    <nav aria-label={wizard.steps}>
      <ol className={styles.list}>
        {STEPS.map((step) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === current ? 'step' : undefined}
              title={names[step]}
              aria-label={`${names[step]}, ${wizard.stepState[states[step].state]}`}
              className={mergeClasses(styles.step, step === current && styles.current)}
              onClick={() => goTo(step)}
            >
              <StatusIcon tone={TONES[states[step].state]} />
              <span className={mergeClasses(styles.name, step === current && styles.currentName)}>
                {names[step]}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
