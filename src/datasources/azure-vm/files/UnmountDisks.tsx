import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { type MountedPoint, unmountAction } from '#src/datasources/azure-vm/files/unmount.ts';
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
