import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { RetryWait } from '#src/ui/states.tsx';
import { SHORT } from '#src/ui/styles.ts';
import { stepBefore } from '#src/wizard/steps/flow.ts';
import type { StepNow } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
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

export interface StepButtonsProps {
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
  const styles = useStyles();
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
