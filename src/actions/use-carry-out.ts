import { useMutation, useQuery } from '@tanstack/react-query';
import type { GuardedAction } from '#src/actions/action.ts';
import type { ActionRecord } from '#src/actions/record.ts';
import { actionLock, carryOut, type Decision } from '#src/actions/run.ts';
import { type ActionStatus, openStep, statusOf } from '#src/actions/status.ts';
import { whenFree } from '#src/lib/lock.ts';

export interface Carrying {
  /** Null: it was not confirmed yet. */
  readonly status: ActionStatus | null;
  readonly start: (decision: Decision) => void;
}

/** Carries an action out in this tab, and knows whether another tab does. */
export function useCarryOut(action: GuardedAction, record: ActionRecord | null): Carrying {
  const { id } = action;
  const { mutate, isPending } = useMutation({
    mutationKey: ['action', id],
    mutationFn: (decision: Decision) => carryOut(action, decision),
  });
  const isOpen = record !== null && openStep(record) !== undefined;
  const { data: isFree = false } = useQuery({
    queryKey: ['action free', id, record?.startedAt],
    queryFn: async ({ signal }) => {
      await whenFree(actionLock(id), signal);
      return true;
    },
    enabled: isOpen && !isPending,
    gcTime: 0,
    networkMode: 'always',
  });
  const by = isPending ? 'here' : isFree ? 'none' : 'elsewhere';
  return { status: record === null ? null : statusOf(record, by), start: mutate };
}
