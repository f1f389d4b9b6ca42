import { shownDisk } from '#src/mocks/compute/disks.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { asRefused, judgeGroup, refuse } from '#src/mocks/writes/judge.ts';
import type { WriteOutcome } from '#src/mocks/writes/write.ts';

const DELETE_MS = 5000;

/** Removes a disk that is attached to nothing: `DELETE …/disks/{disk}` (2023-10-02; code and text G). */
export function removeDisk(state: State, at: number, id: string): WriteOutcome | null {
  const shown = shownDisk(state, id);
  if (shown === undefined) return null;
  const forbidden = judgeGroup(state, id, 'delete');
  if (forbidden !== null) return asRefused(forbidden);
  if (shown.isAttached) {
    return asRefused(
      refuse(
        409,
        'OperationNotAllowed',
        `Disk ${shown.disk.name} is attached to VM ${shown.machine.id}.`,
      ),
    );
  }
  return {
    kind: 'accepted',
    status: 200,
    ms: DELETE_MS,
    body: undefined,
    event: { type: 'resource-removed', at, id: shown.id },
  };
}
