import type { GuardedAction } from '#src/actions/action.ts';
import { telling, unmountStep } from '#src/actions/steps.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { unmount as words } from '#src/strings/files.ts';

/** A mounted restore point. */
export interface MountedPoint {
  readonly pointId: ResourceId;
  /** The name of the VM that it is of. */
  readonly machine: string;
  /** When its session started, epoch milliseconds; null: it was started elsewhere, and nothing reports it. */
  readonly since: number | null;
}

/** The action's id: each session of a point has one of its own. */
export const unmountId = ({ pointId, since }: Omit<MountedPoint, 'machine'>): string =>
  `unmount.${pointId.toLowerCase()}.${String(since ?? 'elsewhere')}`;

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
