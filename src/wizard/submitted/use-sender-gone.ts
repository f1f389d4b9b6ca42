import { useIsMutating, useQuery } from '@tanstack/react-query';
import { restoreMutationKey, senderGoneQuery } from '#src/api/queries/restores.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { closedEarly } from '#src/wizard/submit/under-way.ts';

/** Whether no tab sends the draft any more: answered, or its tab is gone. */
export function useIsSenderGone({ id, submission: { state } }: Draft): boolean {
  const isOnItsWay = useIsMutating({ mutationKey: restoreMutationKey(id) }) > 0;
  const { data } = useQuery({
    ...senderGoneQuery(id, closedEarly),
    enabled: state === 'preparing' || state === 'sending',
  });
  return !isOnItsWay && data === true;
}
