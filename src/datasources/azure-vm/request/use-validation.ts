import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  lookAtValidation,
  resumedValidationQuery,
  runValidation,
  validationByItselfQuery,
  type ValidationRun,
  validationRunQuery,
} from '#src/api/queries/validations.ts';
import type { Result } from '#src/lib/result.ts';
import type { Validation, ValidationStage } from '#src/datasources/azure-vm/checks/preflight.ts';
import type { PlannedRestore } from '#src/datasources/azure-vm/commands/plan.ts';
import type { Missing } from '#src/datasources/azure-vm/request/request.ts';

/**
 * Azure's own look at the restore of a draft; `planned` is null while what it needs is being read, and
 * `isGroupThere` whether its new group was created already.
 */
export function useValidation(
  draftId: string,
  planned: Result<PlannedRestore, Missing> | null,
  isGroupThere: boolean,
): Validation {
  const client = useQueryClient();
  const { data: run } = useQuery(validationRunQuery(draftId));
  useQuery(resumedValidationQuery(draftId, lookAtValidation));
  const restore = planned?.ok === true ? planned.value.restore : null;
  const restoreText = JSON.stringify(restore);
  const waitsFor = planned?.ok === true ? obstacle(planned.value, isGroupThere) : 'request';
  return {
    plan: { restore, restoreText },
    stage: stageOf(run ?? null),
    isStale: run !== null && run !== undefined && run.restoreText !== restoreText,
    waitsFor,
    start: () => {
      if (restore === null) return;
      void runValidation(client, draftId, { restore, restoreText });
    },
    stop: () => {
      if (run?.kind === 'running') run.stop();
    },
  };
}

/**
 * Starts the validation of a draft automatically if nothing blocks the restore: once for each plan, also
 * after a reload. The button stays available.
 */
export function useValidationByItself(
  draftId: string,
  { plan, stage, isStale, waitsFor }: Validation,
  isFree: boolean,
): void {
  const isStarted = stage.kind !== 'idle' && !isStale;
  useQuery({
    ...validationByItselfQuery(draftId, plan),
    enabled: isFree && waitsFor === null && !isStarted,
  });
}

/** Azure has an operation for the region of the vault alone (azure-contract §6). */
function obstacle(
  { isSecondary, newGroup }: PlannedRestore,
  isGroupThere: boolean,
): Validation['waitsFor'] {
  if (isSecondary) return 'secondary';
  return newGroup === null || isGroupThere ? null : 'newGroup';
}

function stageOf(run: ValidationRun | null): ValidationStage {
  return run ?? { kind: 'idle' };
}
