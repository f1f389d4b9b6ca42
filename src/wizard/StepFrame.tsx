import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useId } from 'react';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { common } from '#src/strings/common.ts';
import { type StepId, STEPS } from '#src/rules/step-of.ts';
import { stepWith } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { fieldLabel } from '#src/wizard/draft/field-label.ts';
import { type StepStates, stepAfter } from '#src/wizard/flow.ts';
import { PANELS } from '#src/wizard/panels.ts';
import { SecondaryNotes } from '#src/wizard/SecondaryNotes.tsx';
import { StepAnswers } from '#src/wizard/StepAnswers.tsx';
import { StepButtons } from '#src/wizard/StepButtons.tsx';
import { usePreflight } from '#src/wizard/use-preflight.ts';
import { useRestore } from '#src/wizard/submit/use-restore.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minWidth: 0, minHeight: 0 },
  panel: {
    flex: '1 1 auto',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 1023px)': { overflowY: 'visible' },
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

export interface StepFrameProps {
  readonly step: StepId;
  readonly states: StepStates;
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** One step: its heading, what earlier changes took back, its panel, and the buttons. */
export function StepFrame({ step, states, view, goTo }: StepFrameProps) {
  const styles = useStyles();
  const formId = useId();
  const { preview, start, waitsFor, validation } = useRestore(view, submission.tokenHere);
  const preflight = usePreflight(view, validation, step === 'review');
  const Panel = PANELS[step];
  const next = stepAfter(step, states);
  return (
    <div className={styles.root}>
      <div className={styles.panel}>
        {/* The heading takes focus when one arrives at the step. */}
        <h2 className={styles.heading} tabIndex={-1} data-arrival>
          {wizard.step[step]}{' '}
          <span className={styles.position}>
            {wizard.stepOf(STEPS.indexOf(step) + 1, STEPS.length)}
          </span>
        </h2>
        <TakenBack step={step} view={view} />
        <SecondaryNotes step={step} view={view} />
        {step === 'review' && <Refusal view={view} />}
        <Panel
          view={view}
          formId={formId}
          preview={preview}
          preflight={preflight}
          goTo={goTo}
          onNext={() => (next === null ? start() : goTo(next))}
        />
        <StepAnswers step={step} view={view} goTo={goTo} />
      </div>
      <StepButtons step={step} states={states} formId={formId} waitsFor={waitsFor} goTo={goTo} />
    </div>
  );
}

interface StepNoteProps {
  readonly step: StepId;
  readonly view: DraftView;
}

/** What an earlier change took back of this step, in one message. */
function TakenBack({ step, view }: StepNoteProps) {
  const lost = view.draft.takenBack.filter(({ field }) => stepWith(field) === step);
  if (lost.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{wizard.takenBack.title}</MessageBarTitle>
        <ul>
          {lost.map(({ field, because }) => (
            <li key={field}>
              {wizard.takenBack.line(fieldLabel(field), wizard.takenBack.because[because])}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

function Refusal({ view }: { readonly view: DraftView }) {
  const sent = view.draft.submission;
  if (sent.state !== 'refused') return null;
  return (
    <MessageBar intent="error">
      <MessageBarBody>
        <MessageBarTitle>{submission.refusedByAzure.title}</MessageBarTitle>
        {`${sent.message} ${submission.refusedByAzure.body}`}
        {sent.requestId !== null && <CopyText label={common.requestId} text={sent.requestId} />}
      </MessageBarBody>
    </MessageBar>
  );
}
