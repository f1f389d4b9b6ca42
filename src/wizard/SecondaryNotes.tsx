import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { fieldsOf } from '#src/rules/rule.ts';
import { STEP_FIELDS, type StepId } from '#src/rules/step-of.ts';
import { wizard } from '#src/strings/wizard.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const words = wizard.region;

export interface SecondaryNotesProps {
  readonly step: StepId;
  readonly view: DraftView;
}

/**
 * What is different in the secondary region, in the step that it is about; and that a draft is not for
 * it although that was asked for, because the vault keeps nothing there.
 */
export function SecondaryNotes({ step, view }: SecondaryNotesProps) {
  const dropped = view.settled.changes.find(
    ({ field, from }) => field === 'regionView' && from === 'secondary',
  );
  if (dropped !== undefined) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.dropped}</MessageBarTitle>
          {explain(dropped.rule).rule}
        </MessageBarBody>
      </MessageBar>
    );
  }
  const notes = notesOf(step, view);
  if (notes.length === 0) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.about}</MessageBarTitle>
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** What rules about the secondary region have to say that asks for nothing. */
function notesOf(step: StepId, { settled }: DraftView): string[] {
  if (!settled.choices.secondary) return [];
  return settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' &&
    rule.kind === 'info' &&
    /^crr\.|\.secondary\./.test(rule.id) &&
    fieldsOf(rule).some((field) => STEP_FIELDS[step].includes(field))
      ? [explain(rule).rule]
      : [],
  );
}
