import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { NO_PANEL_BESIDE, SHORT } from '#src/ui/styles.ts';
import type { StepNow } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
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

export interface StepBodyProps {
  readonly step: StepNow;
  readonly steps: readonly StepNow[];
  /** Below what scrolls. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** The place of a step: its heading, what it asks, and the buttons below. */
export function StepBody({ step, steps, buttons, children }: StepBodyProps) {
  const styles = useStyles();
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
