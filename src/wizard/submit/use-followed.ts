import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { keepName } from '#src/lib/lock.ts';
import { operationEnded } from '#src/wizard/submit/follow.ts';

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

/** Stores with a draft how its operation has ended. */
export function useEnded(
  id: string,
  state: Parameters<typeof operationEnded>[1],
  error: unknown,
): void {
  // Synchronises the stored draft with what Azure says of the operation.
  useEffect(() => operationEnded(id, state, error), [id, state, error]);
}
