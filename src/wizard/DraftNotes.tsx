import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { StepId } from '#src/rules/step-of.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { SignInAgain } from '#src/ui/SignInAgain.tsx';
import { fieldLabel } from '#src/wizard/draft/field-label.ts';
import type { Draft, Submission } from '#src/wizard/draft/schema.ts';
import { stepWith } from '#src/wizard/draft/step-ids.ts';

export interface TakenBackProps {
  readonly step: StepId;
  readonly draft: Draft;
}

/** What an earlier change took back of this step, in one message. */
export function TakenBack({ step, draft }: TakenBackProps) {
  const lost = draft.takenBack.filter(({ field }) => stepWith(field) === step);
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

type NothingStarted = Extract<Submission, { state: 'refused' | 'notSent' }>;

/** Why nothing was started although Restore was pressed; nothing where that is not so. */
export function Refusal({ draft }: { readonly draft: Draft }) {
  const sent = draft.submission;
  if (sent.state !== 'refused' && sent.state !== 'notSent') return null;
  const { title, body } = wordsOf(sent);
  const before = sent.state === 'notSent' && !sent.isPrepared ? submission.notSent.notPrepared : '';
  return (
    <MessageBar intent="error">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {`${before} ${sent.message} ${body}`.trim()}
        {sent.requestId !== null && <CopyText label={common.requestId} text={sent.requestId} />}
      </MessageBarBody>
      {sent.isSignedOut === true && (
        <MessageBarActions>
          <SignInAgain />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function wordsOf({ state, isSignedOut }: NothingStarted) {
  if (isSignedOut === true) return submission.signedOut;
  return state === 'notSent' ? submission.notSent : submission.refusedByAzure;
}
