import { OutageNotes, type OutageNotesProps } from '#src/wizard/OutageNotes.tsx';
import { SecondaryNotes } from '#src/wizard/SecondaryNotes.tsx';

/** What the region of a restore means in a step: the secondary one, or the vault's own when it is down. */
export function RegionNotes(props: OutageNotesProps) {
  return (
    <>
      <SecondaryNotes step={props.step} view={props.view} />
      <OutageNotes {...props} />
    </>
  );
}
