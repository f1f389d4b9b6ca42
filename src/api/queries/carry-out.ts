import { queryOptions } from '@tanstack/react-query';
import { newWrite } from '#src/api/queries/use-write.ts';
import { whenFree } from '#src/lib/lock.ts';

/**
 * Carries an action out, one at a time for an action of an id. What it may have changed is then read again: any
 * of what was read.
 */
export const carryOutMutation = <Decision>(
  id: string,
  carryOut: (decision: Decision) => Promise<void>,
) =>
  newWrite(['action', id], async (decision: Decision, { client }) => {
    try {
      await carryOut(decision);
    } finally {
      void client.invalidateQueries();
    }
  });

/** Whether no tab carries an action out any more; asked anew after each change of it, the last one at `changedAt`. */
export const actionFreeQuery = (id: string, lock: string, changedAt: number) =>
  queryOptions({
    queryKey: ['action free', id, changedAt],
    queryFn: async ({ signal }) => {
      await whenFree(lock, signal);
      return true;
    },
    gcTime: 0,
    networkMode: 'always',
  });
