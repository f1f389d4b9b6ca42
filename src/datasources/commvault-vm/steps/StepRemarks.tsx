import { vmOf } from '#src/api/commvault/home.ts';
import { useChosenHost } from '#src/datasources/commvault-vm/connection/chosen-host.ts';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection/ConnectionNote.tsx';
import type { CommvaultStepId } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { RemarksProps } from '#src/wizard/task.ts';

/** What every step says before its fields, and no step by itself: that its CommServe has no token. */
export function StepRemarks({ view }: RemarksProps<CommvaultView, CommvaultStepId>) {
  const chosen = useChosenHost();
  return <ConnectionNote host={vmOf(view.draft.choices.instance ?? '')?.host ?? chosen ?? ''} />;
}
