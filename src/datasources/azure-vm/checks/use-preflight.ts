import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { denials } from '#src/api/authorization.ts';
import { keyVaultQuery } from '#src/api/key-vaults.ts';
import {
  lookAtValidation,
  resumedValidationQuery,
  runValidation,
  validationByItselfQuery,
  type ValidationRun,
  validationRunQuery,
} from '#src/api/queries/validations.ts';
import {
  isReadyForAzure,
  type CheckedLine,
  checkLinesOf,
} from '#src/datasources/azure-vm/checks/lines.ts';
import {
  keyVaultsOf,
  type Preflight,
  preflightQueries,
  useReadAgain,
  type Validation,
  type ValidationStage,
} from '#src/datasources/azure-vm/checks/preflight.ts';
import type { PlannedRestore } from '#src/datasources/azure-vm/commands/plan.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import type { Missing } from '#src/datasources/azure-vm/request.ts';
import type { Result } from '#src/lib/result.ts';
import { readOf } from '#src/wizard/read.ts';

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
function useValidationByItself(
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

/**
 * Asks what only the list before a restore needs; the rest of it is read already. Where nothing of it
 * stands against the restore, Azure's own validation starts by itself.
 */
export function usePreflight(
  view: DraftView,
  { validation, shutDown }: Pick<Preflight, 'validation' | 'shutDown'>,
): ListedPreflight {
  const readAgain = useReadAgain(view);
  const queries = preflightQueries(view);
  const vaultIds = keyVaultsOf(view) ?? [];
  const keyVaults = useQueries({ queries: vaultIds.map(keyVaultQuery) });
  const reads = {
    vaultRights: readOf(useQuery(queries.vaultRights)),
    networkRights: readOf(useQuery(queries.networkRights)),
    usages: readOf(useQuery(queries.usages)),
    restores: readOf(useQuery(queries.restores)),
    runningRestores: readOf(useQuery(queries.runningRestores)),
    otherRestores: readOf(useQuery(queries.otherRestores)),
    keyVaults: vaultIds.flatMap((id, index) => {
      const one = keyVaults[index];
      return one === undefined ? [] : [{ id, read: readOf(one) }];
    }),
  };
  const preflight: Preflight = { reads, validation, denials: denials(), readAgain, shutDown };
  const lines = checkLinesOf({ ...preflight, view });
  // Where the list leaves nothing but Azure's own look.
  const isDue = isReadyForAzure(lines);
  useValidationByItself(view.draft.id, validation, isDue);
  return { ...preflight, lines };
}

/** With the list that is made from it. */
export interface ListedPreflight extends Preflight {
  readonly lines: readonly CheckedLine[];
}
