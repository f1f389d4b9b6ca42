import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { keepName } from '#src/lib/lock.ts';
import type { OperationState } from '#src/api/arm/operation.ts';
import type { DiskRestoreState } from '#src/api/data-protection/restores/ops.ts';

/** The drafts that this tab follows. */
const ours = new Set<string>();

/** Whether this tab is the one that asks for all: what it learns is stored with the draft. */
export function useIsOurs(id: string): boolean {
  const keep = useCallback(
    (onChange: () => void) => {
      const giveBack = keepName(`restore-center.follow.${id}`, () => {
        ours.add(id);
        onChange();
      });
      return () => {
        ours.delete(id);
        giveBack();
      };
    },
    [id],
  );
  return useSyncExternalStore(keep, () => ours.has(id));
}

/** Stores with a draft what Azure says of its operation, once it has ended. */
export type OnEnd = (
  id: string,
  state: OperationState | DiskRestoreState | undefined,
  error: unknown,
) => void;

/** Has it stored how the operation of a draft has ended. */
export function useEnded(id: string, onEnd: OnEnd, ...[state, error]: RestOf<OnEnd>): void {
  // Synchronises the stored draft with what Azure says of the operation.
  useEffect(() => onEnd(id, state, error), [id, onEnd, state, error]);
}

type RestOf<Call> = Call extends (id: string, ...rest: infer Rest) => void ? Rest : never;
