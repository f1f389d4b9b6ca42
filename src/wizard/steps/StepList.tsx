import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/room.ts';
import type { StepNow, StepState } from '#src/wizard/steps/task-steps.ts';

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

const TONES: Readonly<Record<StepState['state'], Tone>> = {
  done: 'done',
  todo: 'waiting',
  blocked: 'failed',
  notNeeded: 'cancelled',
  notChecked: 'unknown',
};

export interface StepListProps {
  readonly current: string;
  readonly steps: readonly StepNow[];
  readonly goTo: (step: string) => void;
}

/** All steps, always, each with its state. */
export function StepList({ current, steps, goTo }: StepListProps) {
  const styles = useStyles();
  return (
    <nav aria-label={wizard.steps}>
      <ol className={styles.list}>
        {steps.map(({ id, title, state: { state } }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'step' : undefined}
              title={title}
              aria-label={`${title}, ${wizard.stepState[state]}`}
              className={mergeClasses(styles.step, id === current && styles.current)}
              onClick={() => goTo(id)}
            >
              <StatusIcon tone={TONES[state]} />
              <span className={mergeClasses(styles.name, id === current && styles.currentName)}>
                {title}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
