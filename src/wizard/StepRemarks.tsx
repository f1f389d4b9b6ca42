import { untransferredIn } from '#src/wizard/draft/transfer.ts';
import { NotUsed } from '#src/wizard/NotUsed.tsx';
import { OutageNotes, type OutageNotesProps } from '#src/wizard/OutageNotes.tsx';
import { SecondaryNotes } from '#src/wizard/SecondaryNotes.tsx';
import { TransferNote } from '#src/wizard/TransferNote.tsx';

/** What a step is told before its fields: of the region, of the point's transfer, of what is not used. */
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
      {step === 'review' && <NotUsed view={view} goTo={goTo} />}
    </>
  );
}
