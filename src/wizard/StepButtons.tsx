import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { AskedWait } from '#src/ui/AskedWait.tsx';
import type { StepId } from '#src/rules/step-of.ts';
import { FINDINGS_ID } from '#src/wizard/draft/findings-id.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SHORT } from '#src/ui/room.ts';
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
  readonly step: StepId;
  readonly states: StepStates;
  readonly formId: string;
  /** Why Restore cannot be pressed, in words; null when it can. */
  readonly reason: string | null;
  /** How many rules refuse the restore: beside Restore a link leads to them. */
  readonly issues: number;
  readonly goTo: (step: StepId) => void;
  /** What the steps are titled. */
  readonly names?: Readonly<Record<StepId, string>>;
}

/** Previous, Next or Restore, the short way to Review, and until when Azure asks to wait. */
export function StepButtons(props: StepButtonsProps) {
  const { step, states, formId, reason, issues, goTo, names = wizard.step } = props;
  const styles = useStyles();
  const before = stepBefore(step, states);
  const after = stepAfter(step, states);
  return (
    <div className={styles.root}>
      {before !== null && <Button onClick={() => goTo(before)}>{wizard.previous}</Button>}
      {after !== null && (
        <Button appearance="primary" type="submit" form={formId}>
          {wizard.next(names[after])}
        </Button>
      )}
      {after !== null && after !== 'review' && (
        <Button className={styles.review} onClick={() => goTo('review')}>
          {wizard.review}
        </Button>
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
          {issues > 0 && (
            <LinkButton onClick={() => focusField(FINDINGS_ID)}>
              {submission.issues(issues)}
            </LinkButton>
          )}
          {reason !== null && <span className={styles.why}>{reason}</span>}
        </>
      )}
      <span role="status" className={styles.why}>
        <AskedWait />
      </span>
    </div>
  );
}
