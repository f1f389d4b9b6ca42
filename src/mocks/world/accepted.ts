import type { OperationEnding, RestoreAccepted } from '#src/mocks/world/events.ts';

/** A restore that was accepted, as its operation is reported. */
export interface AcceptedRestore {
  readonly operationId: string;
  readonly jobId: string;
  readonly itemId: string;
  readonly vaultId: string;
  readonly startedAt: number;
  readonly endsAt: number;
  /** Missing: it succeeds. */
  readonly ending?: OperationEnding;
  /** Of a restore that runs in another region than the vault's own. */
  readonly secondaryRegion?: string;
}

/** What is reported of a restore, from the event of its acceptance. */
export function restoreOf(event: RestoreAccepted): AcceptedRestore {
  const { operationId, jobId, plan, at, operationMs, operationEnding: ending } = event;
  const { itemId, vaultId, secondaryRegion } = plan;
  return {
    operationId,
    jobId,
    itemId,
    vaultId,
    startedAt: at,
    endsAt: at + operationMs,
    ...(ending === undefined ? {} : { ending }),
    ...(secondaryRegion === undefined ? {} : { secondaryRegion }),
  };
}
