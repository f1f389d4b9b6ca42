import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type StepId, STEPS } from '#src/rules/step-of.ts';
import { wizard } from '#src/strings/wizard.ts';
import { NO_PANEL_BESIDE, SHORT } from '#src/ui/room.ts';

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
  readonly step: StepId;
  /** What the step is titled. */
  readonly name: string;
  /** What stands below what scrolls. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** The place of a step: its heading, what it asks, and the buttons below. */
export function StepBody({ step, name, buttons, children }: StepBodyProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.panel}>
        {/* The heading takes focus when one arrives at the step. */}
        <h2 className={styles.heading} tabIndex={-1} data-arrival>
          {name}{' '}
          <span className={styles.position}>
            {wizard.stepOf(STEPS.indexOf(step) + 1, STEPS.length)}
          </span>
        </h2>
        {children}
      </div>
      {buttons}
    </div>
  );
}
