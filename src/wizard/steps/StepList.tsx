import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/styles.ts';
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

export interface StepListProps {
  readonly current: string;
  /** Ids of the steps that the person was at. */
  readonly visited?: readonly string[] | undefined;
  readonly steps: readonly StepNow[];
  readonly goTo: (step: string) => void;
}

/** All steps, always, each with its number or, once it was visited, its state. */
export function StepList({ current, visited, steps, goTo }: StepListProps) {
  const styles = useStyles();
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
