import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import type { GuardedAction } from '#src/actions/action.ts';
import { telling, unmountStep } from '#src/actions/steps.ts';
import { type MountedPoint, unmountId } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { unmount as words } from '#src/strings/files.ts';
import { noteUnmounted } from '#src/wizard/sessions.ts';

interface UnmountDisksProps {
  readonly point: MountedPoint;
}

/** Unmounts the disks of a restore point, from the plan to its result. What this browser knows of the session ends by it. */
export function UnmountDisks({ point }: UnmountDisksProps) {
  return (
    <ActionPanel
      action={unmountAction(point, () => noteUnmounted(point.pointId))}
      label={words.button}
      reason={null}
      // Given up, it is planned anew.
      onGivenUp={() => undefined}
    />
  );
}

/**
 * Unmounts the disks of a restore point: no script for them works any longer (aftercare §3.3). `onDone`:
 * called whenever the point was read as not mounted.
 */
export function unmountAction(point: MountedPoint, onDone: () => void): GuardedAction {
  const { pointId, machine } = point;
  const sentence = words.sentence(machine);
  return {
    id: unmountId(point),
    sentence,
    plan: {
      created: [],
      changed: [words.line.disks],
      untouched: [words.line.rest(machine)],
      lost: [words.line.copy],
    },
    confirmName: machine,
    steps: [{ id: 'unmount', title: sentence, ...telling(unmountStep(pointId), onDone) }],
  };
}
