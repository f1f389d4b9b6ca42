import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { diskValidationByItselfQuery } from '#src/api/queries/disk-restores.ts';
import {
  DiskChecks,
  OF_VALIDATION,
  pinnedDiskChecks,
  shownValidation,
} from '#src/datasources/azure-disk/checks/DiskChecks.tsx';
import {
  diskNotLookedAt,
  type DiskCheck,
  diskChecksOf,
  diskTargetReads,
  wantedDisk,
} from '#src/datasources/azure-disk/checks/checks.ts';
import {
  type DiskValidation,
  type ValidatedView,
  withValidation,
} from '#src/datasources/azure-disk/checks/validation.ts';
import {
  type DiskView,
  diskView,
  issuesAtRestore,
  refusedAtRestore,
} from '#src/datasources/azure-disk/model.ts';
import {
  diskExpectedBy,
  diskOutcomeOf,
  diskReviewedOf,
  diskSummaryOf,
  shownDiskChecks,
} from '#src/datasources/azure-disk/plan.ts';
import {
  type DiskReads,
  diskQueriesAtRestore,
  diskQueriesOf,
  otherRestoresOf,
} from '#src/datasources/azure-disk/reads.ts';
import {
  type PressedDiskRestore,
  diskPlanText,
  diskPreviewOf,
  diskRestoreOf,
  sendDiskRestore,
} from '#src/datasources/azure-disk/request.ts';
import { MachineBackupTip } from '#src/datasources/azure-disk/steps/DiskStepRemarks.tsx';
import type { StepId } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { lazyPart } from '#src/ui/Part.tsx';
import { PlanCommands } from '#src/wizard/commands/PlanCommands.tsx';
import { ChecksSum, useHeld } from '#src/wizard/review/CheckSection.tsx';
import { type CheckSum, metIn, stateOfRule, sumOf } from '#src/wizard/review/check.ts';
import { readingOf } from '#src/wizard/review/CheckTable.tsx';
import { ReviewStep, ruleNeeds } from '#src/wizard/review/ReviewStep.tsx';
import { ReviewTabs } from '#src/wizard/review/ReviewTabs.tsx';
import { ReviewForm } from '#src/wizard/steps/step-form.tsx';
import type { RestorePress, ReviewFormProps, ReviewProps } from '#src/wizard/task.ts';
import { requestStreamsQuery, useRestoreWrite } from '#src/api/queries/restores.ts';
import { session } from '#src/api/arm/pipeline.ts';
import type { DiskRestore } from '#src/api/data-protection/restores.ts';
import { runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { diskChoicesOf } from '#src/datasources/azure-disk/fields.ts';
import { diskSteps } from '#src/datasources/azure-disk/afterwards.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { checks as checkWords } from '#src/strings/checks.ts';
import { diskPictureOf } from '#src/datasources/azure-disk/picture.ts';
import { useExpected } from '#src/progress/live/ExpectedDuration.tsx';
import { pictureText } from '#src/wizard/stored-picture.ts';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import { begunSince } from '#src/wizard/submit/begun-since.ts';
import {
  type Decided,
  readAfterRefusal,
  readLatest,
  type HowToSend,
} from '#src/wizard/submit/latest-reads.ts';

interface ReviewPanelProps extends ReviewFormProps {
  readonly view: DiskView;
  readonly validation: DiskValidation;
  readonly checks: readonly DiskCheck[];
  /** The box by which the warnings of the checks are read. */
  readonly warnings: ReactNode;
}

/** Everything once more, what has to be there, and Azure's own answer, before anything is sent. */
export function DiskReviewPanel(props: ReviewPanelProps) {
  const { view, formId, onNext, goTo, tabs, needed, validation, checks, warnings } = props;
  // All that the page shows is read again: what one check waits for another may have read.
  const client = useQueryClient();
  const restore = diskRestoreOf(view.draft.choices, view.reads);
  const rules = issuesAtRestore(view);
  const reading = readingOf(checks.map(({ at }) => at));
  return (
    <>
      <ReviewForm formId={formId} onNext={onNext} />
      {warnings}
      <section aria-label={checkWords.title}>
        <ReviewTabs
          tabs={tabs}
          count={rules.length + checks.length + 1}
          end={
            <ChecksSum
              sum={diskSumOf(rules, checks, validation)}
              needed={needed}
              at={reading.at}
              notLookedAt={diskNotLookedAt(view.reads)}
              onCheckAgain={() => void client.refetchQueries({ type: 'active' })}
            />
          }
          renderChecks={() => (
            <>
              <DiskChecks {...{ view, rules, checks, validation, reading, goTo }} />
              <MachineBackupTip view={view} />
            </>
          )}
          selections={() => ({ outcome: diskOutcomeOf(view), parts: diskSummaryOf(view), goTo })}
          request={() => ({ preview: restore === null ? null : diskPreviewOf(restore) })}
          renderCommands={() => (
            <PlanCommands
              plan={restore === null ? null : diskPlanText(restore)}
              level={3}
              isOnReview
              Scripts={DiskScripts}
            />
          )}
        />
      </section>
    </>
  );
}

/** What rules, checks and validation come to. A role that isn't in effect yet is waited for. Pure. */
export const diskSumOf = (
  rules: readonly Pick<Rule, 'kind'>[],
  checks: readonly Pick<DiskCheck, 'state'>[],
  validation: Pick<DiskValidation, 'state'>,
): CheckSum =>
  sumOf([
    ...rules.map((rule) => ({ state: stateOfRule(rule) })),
    ...checks.map(({ state }) => ({ state: state === 'pending' ? 'checking' : state }) as const),
    { state: OF_VALIDATION[validation.state] },
  ]);

/** Fetched when they are shown. */
const DiskScripts = lazyPart(
  () => import('#src/datasources/azure-disk/commands.tsx'),
  (code) => code.DiskScripts,
);

/** Review of a disk's restore. */
export function DiskReview(props: ReviewProps<StepId, DiskReads, ValidatedView>) {
  const { view } = props;
  const { validation } = view;
  const { reason, confirmedChoices, start } = useDiskRestore(view, validation);
  const checks = withValidation(diskChecksOf(view.reads, view.draft.choices), validation);
  const held = useHeld([...shownDiskChecks(checks), shownValidation(validation)]);
  useQuery({
    ...diskValidationByItselfQuery(view.draft.id, diskRestoreOf(view.draft.choices, view.reads)),
    enabled:
      (validation.state === 'none' || validation.state === 'stale') &&
      isDiskReadyForAzure(view, checks),
  });
  return (
    <ReviewStep
      {...props}
      pinned={pinnedDiskChecks(checks)}
      press={{
        reason,
        needs: [...ruleNeeds(view, issuesAtRestore(view), true), ...held.needs],
        confirmedChoices,
        start: (decided) => start(decided, diskReviewedOf(view)),
      }}
      renderPanel={(given) => (
        <DiskReviewPanel {...{ view, validation, checks }} {...given} warnings={held.box} />
      )}
    />
  );
}

const words = diskFlow.review.waits;

/** What Restore waits for; null: for nothing. A choice or a check first, as no validation could mend those. */
function reasonToWait(view: DiskView, { state }: DiskValidation): string | null {
  const before = reasonNotToValidate(view);
  if (before !== null) return before;
  return state === 'succeeded' ? null : words[state];
}

/**
 * Whether nothing but Azure's own validation is left, so that it can start automatically. A role that was assigned
 * lately has its own moment for that.
 */
const isDiskReadyForAzure = (view: DiskView, checks: readonly DiskCheck[]): boolean =>
  reasonNotToValidate(view) === null &&
  checks.every(({ state }) => !['failed', 'checking', 'pending'].includes(state));

/** What is left to choose, to read or to mend before Azure could validate; null: nothing. */
function reasonNotToValidate(view: DiskView): string | null {
  const refused = refusedAtRestore(view).find(({ group }) => group !== 'review');
  const first = refused?.id ?? view.rejected[0]?.code;
  if (first !== undefined) return errorWords(view).errorText(first);
  if (isReading(view.reads) || diskRestoreOf(view.draft.choices, view.reads) === null) {
    return words.reads;
  }
  return null;
}

/** A tip is no reason to wait, and other places are read once more when Restore is selected. */
function isReading({
  at: _at,
  validation: _validation,
  machineBackup: _tip,
  otherRestores: _elsewhere,
  ...reads
}: DiskReads): boolean {
  return Object.values(reads).some(({ state }) => state === 'loading');
}

/** What is read once more when Restore is selected: what may have changed, and who else restores to this disk. */
function readAgain(
  client: QueryClient,
  view: DiskView,
  { planned, choices: pressedChoices }: PressedDiskRestore,
  decided: Decided,
): Pick<HowToSend, 'isStillSo' | 'begunSince'> {
  const choices = diskChoicesOf(pressedChoices);
  const wanted = wantedDisk(view.reads, choices);
  const { vaultId = resourceId('') } = known(view.reads.instance) ?? {};
  return {
    isStillSo: async () =>
      mayRestore(diskView(view.draft, await latestReads(client, view), 'succeeded'), planned),
    begunSince: begunSince(client, {
      draftId: view.draft.id,
      wanted,
      queries: {
        ofVault: runningDiskRestoresQuery(vaultId),
        others: otherRestoresOf(vaultId, choices),
      },
      shown: metIn(wanted, diskTargetReads(view.reads)),
      decided,
    }),
  };
}

/** Reads once more what may have changed between the validation and Restore. */
async function latestReads(client: QueryClient, { draft, reads }: DiskView): Promise<DiskReads> {
  const queries = diskQueriesAtRestore({ choices: draft.choices, reads });
  return { ...(await readLatest(client, reads, queries)), at: now() };
}

/** Whether nothing refuses a restore, and it is still the one that was validated. */
function mayRestore(view: DiskView, restore: DiskRestore): boolean {
  const latest = diskRestoreOf(view.draft.choices, view.reads);
  return (
    latest !== null &&
    JSON.stringify(latest) === JSON.stringify(restore) &&
    refusedAtRestore(view).length === 0
  );
}

/**
 * Restore of a disk: offered once these very parameters were validated. What others may have changed
 * since is read once more when it is selected; where that refuses, nothing is sent and Review says why.
 */
function useDiskRestore(view: DiskView, validation: DiskValidation): DiskPress {
  const client = useQueryClient();
  const { id, choices } = view.draft;
  const send = async ({ pressed, decided }: DiskSend) => {
    const again = readAgain(client, view, pressed, decided);
    await sendDiskRestore(session(), id, pressed, { ...again, decided });
    const queries = diskQueriesOf({ choices: view.draft.choices, reads: view.reads });
    readAfterRefusal(
      client,
      id,
      queries.map(({ queryKey }) => queryKey),
    );
  };
  const { mutate } = useRestoreWrite(id, send);
  const duration = useExpected(diskExpectedBy(view));
  const reason = reasonToWait(view, validation);
  useQuery({ ...requestStreamsQuery(), enabled: reason === null });
  const { subscription, rg, diskName } = view.settled.choices;
  // With the defaults that the rules set.
  const confirmedChoices = { ...choices, subscription, rg, diskName };
  return {
    reason,
    confirmedChoices,
    start: (decided, reviewed) => {
      const restore = diskRestoreOf(choices, view.reads);
      if (restore === null) return;
      const nextSteps = diskSteps(view.settled);
      const plan = diskPlanText(restore);
      mutate({
        pressed: {
          planned: restore,
          choices: confirmedChoices,
          nextSteps,
          plan,
          reviewed,
          picture: pictureText(diskPictureOf(view, { duration, goToField: () => undefined }).model),
        },
        decided,
      });
    },
  };
}

interface DiskPress extends Pick<RestorePress, 'reason' | 'confirmedChoices'> {
  readonly start: (decided: Decided, reviewed: Reviewed) => void;
}

interface DiskSend {
  readonly pressed: PressedDiskRestore;
  readonly decided: Decided;
}
