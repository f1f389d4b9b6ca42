import type { Unchecked } from '#src/ui/fields/option.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';

export interface UncheckedNoteProps {
  readonly unchecked: Unchecked;
}

/** That nobody knows whether an entry can be chosen, why, and the way to ask Azure again. */
export function UncheckedNote({ unchecked: { short, again } }: UncheckedNoteProps) {
  return (
    <div>
      <Status tone="unknown">{short}</Status>{' '}
      {again !== null && <LinkButton onClick={again.go}>{again.label}</LinkButton>}
    </div>
  );
}
