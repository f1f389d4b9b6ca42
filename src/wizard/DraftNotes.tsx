import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { flushSync } from 'react-dom';
import type { StepId } from '#src/rules/step-of.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { SignInAgain } from '#src/ui/SignInAgain.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Submission } from '#src/wizard/draft/submission.ts';
import { stepWith } from '#src/wizard/draft/step-ids.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { takenBackLine } from '#src/wizard/draft/taken-back.ts';
import { bringsBack } from '#src/wizard/draft/transitions.ts';

export interface TakenBackProps {
  readonly step: StepId;
  readonly draft: Draft;
}

/** What an earlier change took back of this step, in one message. */
export function TakenBack({ step, draft }: TakenBackProps) {
  const lost = draft.takenBack.filter(({ field }) => stepWith(field) === step);
  if (lost.length === 0) return null;
  const undo = bringsBack(draft.takenBack);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{wizard.takenBack.title}</MessageBarTitle>
        <ul>
          {lost.map((one) => (
            <li key={one.field}>{takenBackLine(one)}</li>
          ))}
        </ul>
      </MessageBarBody>
      {undo !== null && (
        <MessageBarActions>
          <Button
            onClick={() => {
              // The field holds its choice again before the focus goes to it.
              flushSync(() => changeChoices(draft.id, undo));
              focusField(lost[0]?.field ?? '');
            }}
          >
            {wizard.takenBack.undo}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

type NothingStarted = Extract<Submission, { state: 'refused' | 'notSent' }>;

export interface RefusalProps {
  readonly draft: Draft;
  /** Sends although the jobs of the vault could not be read. */
  readonly onWithoutJobs: () => void;
}

/** Why the latest press of Restore started nothing; nothing where that is not so. */
export function Refusal({ draft, onWithoutJobs }: RefusalProps) {
  const sent = draft.submission;
  if (sent.state !== 'refused' && sent.state !== 'notSent') return null;
  const { title } = wordsOf(sent);
  const before = sent.state === 'notSent' && !sent.isPrepared ? submission.notSent.notPrepared : '';
  return (
    <MessageBar intent="error" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {[before, reasonIn(sent), ...afterwards(draft, sent), ...adviceOn(sent)].join(' ').trim()}
        {sent.requestId !== null && (
          <div>
            <CopyText label={common.requestId} text={sent.requestId} />
          </div>
        )}
      </MessageBarBody>
      {sent.state === 'notSent' && sent.heldBack === 'jobsUnread' && (
        <MessageBarActions>
          <Button onClick={onWithoutJobs}>{submission.withoutJobs}</Button>
        </MessageBarActions>
      )}
      {sent.isSignedOut === true && (
        <MessageBarActions>
          <SignInAgain />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Azure's own words, or this page's where it held the request back. */
const reasonIn = (sent: NothingStarted): string =>
  sent.state === 'notSent' && sent.heldBack !== undefined
    ? submission.heldBack[sent.heldBack]
    : sent.message;

/** What to do about a refusal whose reason the code tells. */
function adviceOn({ state, code }: NothingStarted): string[] {
  if (state !== 'refused') return [];
  const known = Object.entries(submission.refusedByAzure.advice);
  return known.flatMap(([one, advice]) => (one === code ? [advice] : []));
}

/** What is there now: nothing was started only where no earlier request may have arrived. */
function afterwards({ earlier }: Draft, sent: NothingStarted): string[] {
  const { body, kept } = wordsOf(sent);
  const made = sent.groupMade === undefined ? [] : [submission.groupMade(sent.groupMade)];
  return [...made, ...(earlier === undefined ? [body] : [submission.earlier.stillOpen, kept])];
}

function wordsOf({ state, isSignedOut }: NothingStarted) {
  if (isSignedOut === true) return submission.signedOut;
  return state === 'notSent' ? submission.notSent : submission.refusedByAzure;
}
