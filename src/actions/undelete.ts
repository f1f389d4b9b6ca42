import type { GuardedAction } from '#src/actions/action.ts';
import type { WriteStep } from '#src/api/queries/steps.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { softDelete as words } from '#src/strings/soft-delete.ts';

/** A backup instance to undelete. */
export interface Undeleted {
  readonly id: ResourceId;
  readonly friendlyName: string;
}

/** The action's id: an instance may be deleted again, and then its record is forgotten before the next plan. */
export const undeleteId = (id: ResourceId): string => `undelete.${id.toLowerCase()}`;

/** Undeletes a backup instance: its restore points are kept and can be restored, and its backups stay stopped (live §6). */
export function undeleteAction(item: Undeleted, step: WriteStep): GuardedAction {
  const { id, friendlyName: name } = item;
  const sentence = words.sentence(name);
  return {
    id: undeleteId(id),
    sentence,
    plan: {
      created: [],
      changed: [words.line.state(name), words.line.points],
      untouched: [words.line.source(name)],
      lost: [],
    },
    confirmName: name,
    steps: [{ id: 'undelete', title: sentence, ...step }],
  };
}
