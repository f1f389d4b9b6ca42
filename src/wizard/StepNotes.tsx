import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { Refusal, TakenBack } from '#src/wizard/DraftNotes.tsx';
import { type OpenAttempts, OpenAttemptNotes } from '#src/wizard/OpenAttempts.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    ':not(:empty)': { marginBottom: tokens.spacingVerticalL },
  },
});

export interface StepNotesProps {
  readonly step: StepId;
  readonly draft: Draft;
  readonly open: OpenAttempts;
  /** Sends although the jobs of the vault could not be read. */
  readonly onWithoutJobs: () => void;
  /** What else is said of this step. */
  readonly children?: ReactNode;
  /** At Review below what the last press came to: the way on. */
  readonly wayOn?: ReactNode;
}

/** What is said of a draft above a step: what was taken back, and at Review what the last press came to. */
export function StepNotes({ step, draft, open, onWithoutJobs, children, wayOn }: StepNotesProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <TakenBack step={step} draft={draft} />
      {children}
      {step === 'review' && (
        <>
          <Refusal draft={draft} onWithoutJobs={onWithoutJobs} />
          {wayOn}
          <OpenAttemptNotes draft={draft} open={open} />
        </>
      )}
    </div>
  );
}
