import { Button } from '@fluentui/react-components';
import { Notice } from '#src/ui/Notice.tsx';
import { fieldsOf } from '#src/rules/rule.ts';
import { STEP_FIELDS, type StepId } from '#src/rules/fields.ts';
import { wizard } from '#src/strings/wizard.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { outage as words } from '#src/strings/outage.ts';
import { untransferredIn } from '#src/datasources/azure-vm/steps/transfer.ts';
import { NotUsed } from '#src/datasources/azure-vm/explain/NotUsed.tsx';
import { TransferNote } from '#src/datasources/azure-vm/steps/TransferNote.tsx';
import { SuggestedNote } from '#src/datasources/azure-vm/suggest/SuggestedNote.tsx';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { outageSentence } from '#src/datasources/azure-vm/steps/outage-text.ts';
import { changeChoices } from '#src/datasources/azure-vm/choices/transitions.ts';
import {
  type CopiesLeft,
  copiesLeft,
  pairName,
} from '#src/datasources/azure-vm/choices/target-region.ts';

/** What a step shows before its fields: the region, the restore point's transfer, what isn't used. */
export function StepRemarks({ step, view, goTo }: OutageNotesProps) {
  const { id, choices } = view.draft;
  const untransferred = untransferredIn(step, view);
  return (
    <>
      <SecondaryNotes step={step} view={view} />
      <OutageNotes step={step} view={view} goTo={goTo} />
      {untransferred !== null && (
        <TransferNote {...untransferred} draftId={id} instance={choices.instance ?? ''} />
      )}
      <SuggestedNote step={step} view={view} />
      {step === 'review' && <NotUsed view={view} goTo={goTo} />}
    </>
  );
}

const regionWords = wizard.region;

interface SecondaryNotesProps {
  readonly step: StepId;
  readonly view: DraftView;
}

/**
 * What is different in the secondary region, in the step that it concerns; and that a draft doesn't go there
 * although the address selects it, because the vault has no copy there.
 */
function SecondaryNotes({ step, view }: SecondaryNotesProps) {
  const dropped = view.settled.changes.find(
    ({ field, from }) => field === 'regionView' && from === 'secondary',
  );
  if (dropped !== undefined) {
    return (
      <Notice intent="warning" title={regionWords.dropped}>
        {sayOf(dropped.rule)}
      </Notice>
    );
  }
  const notes = notesOf(step, view);
  if (notes.length === 0) return null;
  return (
    <Notice title={regionWords.about}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Notice>
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
      ? [sayOf(rule)]
      : [],
  );
}

interface OutageNotesProps extends ViewProps {
  readonly step: StepId;
}

/** While the datacenter of the vault is down: what its redundancy leaves, and how to restore it. */
function OutageNotes({ step, view, goTo }: OutageNotesProps) {
  const { draft, reads, shown } = view;
  const sentence = outageSentence('region', reads);
  const isRelevant = step === 'configuration' || step === 'review';
  if (!isRelevant || shown.outage !== 'region' || shown.regionView === 'secondary') return null;
  if (sentence === null) return null;
  const copies = copiesLeft(reads);
  const pair = pairName(reads) ?? '';
  const title = titleOf(copies, pair);
  return (
    <Notice
      intent={title === words.noCopy ? 'error' : 'warning'}
      title={title}
      actions={
        copies === 'secondary' ? (
          <Button
            size="small"
            onClick={() => {
              changeChoices(draft.id, { regionView: 'secondary' });
              // Only some of the points are there.
              goTo('restore-point');
            }}
          >
            {words.goToSecondary(pair)}
          </Button>
        ) : undefined
      }
    >
      <div>{sentence}</div>
    </Notice>
  );
}

function titleOf(copies: CopiesLeft, pair: string): string | null {
  switch (copies) {
    case 'secondary':
      return words.hasSecondary(pair);
    case 'pair':
      return words.toPair(pair);
    case 'zones':
    case 'one':
      return words.noCopy;
    case 'unknown':
      return null;
  }
}
