import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { StepId } from '#src/rules/step-of.ts';
import type { Missing } from '#src/wizard/submit/request.ts';
import { type StepStates, stepAfter, stepBefore } from '#src/wizard/flow.ts';

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
    '@media (max-width: 1023px)': {
      position: 'sticky',
      // On a narrow screen the running restores stand below.
      bottom: 'var(--strip-height, 0px)',
    },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface StepButtonsProps {
  readonly step: StepId;
  readonly states: StepStates;
  readonly formId: string;
  /** What Restore waits for besides choices; null when it waits for nothing. */
  readonly waitsFor: Missing | 'reads' | null;
  readonly goTo: (step: StepId) => void;
}

/** Previous, Next or Restore, and the short way to Review. */
export function StepButtons({ step, states, formId, waitsFor, goTo }: StepButtonsProps) {
  const styles = useStyles();
  const before = stepBefore(step, states);
  const after = stepAfter(step, states);
  // Missing choices are no reason: pressing Restore then names them.
  const reason = waitsFor === null || waitsFor === 'choice' ? null : submission.waits[waitsFor];
  return (
    <div className={styles.root}>
      {before !== null && <Button onClick={() => goTo(before)}>{wizard.previous}</Button>}
      {after !== null && (
        <Button appearance="primary" type="submit" form={formId}>
          {wizard.next(wizard.step[after])}
        </Button>
      )}
      {after !== null && after !== 'review' && (
        <Button onClick={() => goTo('review')}>{wizard.review}</Button>
      )}
      {step === 'review' && (
        <>
          <Button
            appearance="primary"
            type="submit"
            form={formId}
            disabledFocusable={reason !== null}
          >
            {submission.restore}
          </Button>
          {reason !== null && <span className={styles.why}>{reason}</span>}
        </>
      )}
    </div>
  );
}
