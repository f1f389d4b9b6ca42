import { loadOnce } from '#src/lib/load.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { type QueryClient, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { requestStreamsQuery, useRestoreWrite } from '#src/api/queries/restores.ts';
import {
  restoreRequest,
  rightRequests,
  secondaryRestoreRequest,
} from '#src/api/recovery-services/restores.ts';
import { wantedTarget } from '#src/datasources/azure-vm/checks/chosen.ts';
import { targetQueries } from '#src/datasources/azure-vm/checks/preflight.ts';
import { useValidation } from '#src/datasources/azure-vm/checks/use-preflight.ts';
import {
  type PlannedRestore,
  vmPlan,
  vmPlanText,
} from '#src/datasources/azure-vm/commands/plan.ts';
import {
  nextStepsOf,
  ownStepsOf,
  unreadSourceSteps,
} from '#src/datasources/azure-vm/consequences.ts';
import {
  type DraftView,
  vmTargetSubscription,
  vmViewOf,
  vmModel,
} from '#src/datasources/azure-vm/model.ts';
import { expectedBy } from '#src/datasources/azure-vm/plan.tsx';
import { queriesAgain } from '#src/datasources/azure-vm/reader.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  type PressedVmRestore,
  plannedRestore,
  sendRestore,
} from '#src/datasources/azure-vm/request.ts';
import { sourceText } from '#src/datasources/azure-vm/sent-restore.ts';
import { ownGroup } from '#src/datasources/azure-vm/target.ts';
import { now } from '#src/lib/clock.ts';
import type { MetRestore } from '#src/model/lost-restore.ts';
import { useExpected } from '#src/progress/live/ExpectedDuration.tsx';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import { warnsAnew } from '#src/wizard/explain/findings.ts';
import { pictureText } from '#src/wizard/stored-picture.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { begunSince } from '#src/wizard/submit/begun-since.ts';
import {
  type BegunSince,
  type Decided,
  readAfterRefusal,
  readLatest,
} from '#src/wizard/submit/latest-reads.ts';
import type { RequestPreview } from '#src/wizard/submit/submit.ts';

/**
 * Reads once more what others may have taken away, or taken, since Review was drawn.
 * @returns whether the restore that was confirmed is still the one that the draft asks for, nothing
 * refuses it, and nothing warns of it that did not warn at Review.
 */
export async function isStillSo(
  client: QueryClient,
  view: DraftView,
  confirmed: PlannedRestore,
): Promise<boolean> {
  const reads = await readAgain(client, view);
  const latest = vmViewOf(view.draft, reads);
  const planned = plannedRestore(latest);
  return (
    planned.ok &&
    JSON.stringify(planned.value) === JSON.stringify(confirmed) &&
    schemaFor(vmModel, 'review', reads).safeParse(view.shown).success &&
    !warnsAnew(view, latest)
  );
}

async function readAgain(client: QueryClient, { draft, reads }: DraftView): Promise<Reads> {
  const { choices } = draft;
  const target = vmTargetSubscription(choices, reads);
  const queries = queriesAgain(
    { choices, reads, target, made: reads.made },
    (when) => when === 'atRestore',
  );
  return { ...(await readLatest(client, reads, queries)), at: now() };
}

/** Reads once more who else restores to the same target. `shown`: those that Review showed. */
const begunBeside = (
  client: QueryClient,
  view: DraftView,
  shown: readonly MetRestore[],
  decided: Decided,
): BegunSince =>
  begunSince(client, {
    draftId: view.draft.id,
    wanted: wantedTarget(view),
    queries: targetQueries(view),
    shown,
    decided,
  });

interface RestoreOptions {
  /** Said in the request for what only Azure can fill in. */
  readonly token: string;
  /** Names what is read again once Azure has refused the restore. */
  readonly keysOf: (view: DraftView) => readonly QueryKey[];
}

/** What draws the restore: it loads beside Review, and a press doesn't wait for it. */
const PICTURE = loadOnce(
  () => async () => (await import('#src/datasources/azure-vm/picture.ts')).vmPictureOf,
);

/** The restore that a draft asks for: its request as text, and the press that sends it once. */
export function useRestore(view: DraftView, { token, keysOf }: RestoreOptions) {
  const client = useQueryClient();
  const draftId = view.draft.id;
  const send = async ({ pressed, decided, shown }: VmPress) => {
    await sendRestore(session(), draftId, pressed, {
      isStillSo: () => isStillSo(client, view, pressed.planned),
      begunSince: begunBeside(client, view, shown, decided),
      decided,
    });
    readAfterRefusal(client, draftId, keysOf(view));
  };
  const { mutate } = useRestoreWrite(draftId, send);
  const duration = useExpected(expectedBy(view));
  const drawn = useLoaded(PICTURE, 'vm');
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
      const target = view.model.targetOf(view.shown, view.reads);
      const { value } = planned;
      mutate({
        pressed: {
          planned: value,
          choices: view.shown,
          target,
          nextSteps,
          plan,
          source,
          reviewed,
          picture:
            drawn.state === 'loaded'
              ? pictureText(drawn.code(view, { duration, goToField: () => undefined }).model)
              : undefined,
        },
        decided,
        shown,
      });
    },
  };
}

interface VmPress {
  readonly pressed: PressedVmRestore;
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
