import { Link } from '@fluentui/react-components';
import type { Unchecked } from '#src/ui/fields/option.ts';
import { Status } from '#src/ui/Status.tsx';

export interface UncheckedNoteProps {
  readonly unchecked: Unchecked;
}

/** That nobody knows whether an entry can be chosen, why, and the way to ask Azure again. */
export function UncheckedNote({ unchecked: { short, again } }: UncheckedNoteProps) {
  return (
    <div>
      <Status tone="unknown">{short}</Status>{' '}
      {again !== null && (
        <Link as="button" type="button" onClick={again.go}>
          {again.label}
        </Link>
      )}
    </div>
  );
}
