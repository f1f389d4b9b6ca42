import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { requestStreamsQuery, useRestoreWrite } from '#src/api/queries/restores.ts';
import type { MetRestore } from '#src/model/lost-restore.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import {
  restoreRequest,
  rightRequests,
  secondaryRestoreRequest,
} from '#src/api/recovery-services/restores.ts';
import type { RequestPreview } from '#src/wizard/submit/request-preview.ts';
import {
  type PlannedRestore,
  vmPlan,
  vmPlanText,
} from '#src/datasources/azure-vm/commands/plan.ts';
import {
  nextStepsOf,
  ownStepsOf,
  unreadSourceSteps,
} from '#src/datasources/azure-vm/plan/consequences.ts';
import { ownGroup } from '#src/datasources/azure-vm/choices/own-group.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { sourceText } from '#src/datasources/azure-vm/plan/source-at-press.ts';
import { begunBeside, isStillSo } from '#src/datasources/azure-vm/request/read-again.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request/request.ts';
import {
  type ConfirmedRestore,
  sendRestore,
} from '#src/datasources/azure-vm/request/send-machine.ts';
import { useValidation } from '#src/datasources/azure-vm/request/use-validation.ts';

interface RestoreOptions {
  /** Said in the request for what only Azure can fill in. */
  readonly token: string;
  /** Names what is read again once Azure has refused the restore. */
  readonly keysOf: (view: DraftView) => readonly QueryKey[];
}

/** The restore that a draft asks for: its request as text, and the press that sends it once. */
export function useRestore(view: DraftView, { token, keysOf }: RestoreOptions) {
  const client = useQueryClient();
  const draftId = view.draft.id;
  const send = async ({ decided, shown, ...confirmed }: Pressed) => {
    const target = view.model.targetOf(view.shown, view.reads);
    await sendRestore(
      session(),
      draftId,
      { ...confirmed, target },
      {
        isStillSo: () => isStillSo(client, view, confirmed.planned),
        begunSince: begunBeside(client, view, shown, decided),
        decided,
      },
    );
    readAfterRefusal(client, draftId, keysOf(view));
  };
  const { mutate } = useRestoreWrite(draftId, send);
  const planned = plannedRestore(view);
  const isReading = Object.values(view.reads)
    .flat()
    .some(({ state }) => state === 'loading');
  useQuery({ ...requestStreamsQuery(), enabled: planned.ok && !isReading });
  const validation = useValidation(
    draftId,
    isReading ? null : planned,
    ownGroup(view.shown, view.reads) !== null,
  );
  const plan = planned.ok && !isReading ? vmPlanText(vmPlan(planned.value, view)) : null;
  return {
    validation,
    /** The restore as the text that its hash is of; null: something is left to choose or to read. */
    plan,
    /** Why Restore cannot be pressed although nothing is left to choose; null when it can. */
    waitsFor: isReading ? ('reads' as const) : planned.ok ? null : planned.reason,
    /** Written out only where it is shown. */
    preview: () =>
      planned.ok ? previewOf(planned.value, token) : isReading ? ('reading' as const) : null,
    start: (decided: Decided, reviewed: Reviewed, shown: readonly MetRestore[]) => {
      if (!planned.ok || plan === null) return;
      const source = sourceText(view.reads);
      const nextSteps = [
        ...nextStepsOf(view.settled),
        ...(source === undefined ? unreadSourceSteps(view.settled) : []),
        ...ownStepsOf(planned.value.restore),
      ];
      mutate({
        planned: planned.value,
        choices: view.shown,
        nextSteps,
        plan,
        source,
        reviewed,
        decided,
        shown,
      });
    },
  };
}

interface Pressed extends ConfirmedRestore {
  readonly decided: Decided;
  /** The restores in progress that Review showed. */
  readonly shown: readonly MetRestore[];
}

/**
 * The request of a restore as text, with those that ask for its right before it. `token` stands where
 * only their answers can tell.
 */
function previewOf({ restore, isSecondary }: PlannedRestore, token: string): RequestPreview {
  const { method, url, body } = isSecondary
    ? secondaryRestoreRequest(
        restore,
        { objectType: 'CrrAccessToken', accessTokenString: token },
        '',
      )
    : restoreRequest(restore, '');
  const { who, right } = rightRequests(restore);
  const before = isSecondary ? [who, right].map((one) => `${one.method} ${one.url}`) : [];
  return { before, method, url, body: JSON.stringify(body, null, 2) };
}
