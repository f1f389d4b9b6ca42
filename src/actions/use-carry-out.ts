import { useIsMutating, useQuery } from '@tanstack/react-query';
import { useWrite } from '#src/api/queries/use-write.ts';
import type { GuardedAction } from '#src/actions/action.ts';
import type { ActionRecord } from '#src/actions/record.ts';
import { actionLock, carryOut, type Decision } from '#src/actions/run.ts';
import { type ActionStatus, openStep, statusOf } from '#src/actions/status.ts';
import { actionFreeQuery, carryOutMutation } from '#src/api/queries/steps.ts';

export interface Carrying {
  /** Null: it was not confirmed yet. */
  readonly status: ActionStatus | null;
  readonly start: (decision: Decision) => void;
}

/** Carries an action out in this tab, and knows whether another tab does. */
export function useCarryOut(action: GuardedAction, record: ActionRecord | null): Carrying {
  const { id } = action;
  const mutation = carryOutMutation(id, (decision: Decision) => carryOut(action, decision));
  const { mutate } = useWrite(mutation);
  // It goes on when the page is left, and is found again by whoever comes back.
  const isHere = useIsMutating({ mutationKey: mutation.mutationKey }) > 0;
  const isOpen = record !== null && openStep(record) !== undefined;
  const changedAt = Math.max(0, ...(record?.steps ?? []).map(({ at }) => at));
  const { data: isFree = false } = useQuery({
    ...actionFreeQuery(id, actionLock(id), changedAt),
    enabled: isOpen && !isHere,
  });
  const by = isHere ? 'here' : isFree ? 'none' : 'elsewhere';
  return { status: record === null ? null : statusOf(record, by), start: mutate };
}
