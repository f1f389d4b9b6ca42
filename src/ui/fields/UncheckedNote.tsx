import type { Unchecked } from '#src/ui/fields/option.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

export interface UncheckedNoteProps {
  readonly unchecked: Unchecked;
}

/** A note that an entry couldn't be checked, why, and the command to read from Azure again. */
export function UncheckedNote({ unchecked: { short, again } }: UncheckedNoteProps) {
  return (
    <div>
      <Status tone="unknown">{short}</Status>{' '}
      {again !== null && <LinkButton onClick={again.go}>{again.label}</LinkButton>}
    </div>
  );
}
