import { useQuery } from '@tanstack/react-query';
import { restoredQuery, type RestoredThings } from '#src/api/queries/restored.ts';
import { VmCommands } from '#src/datasources/azure-vm/commands/VmCommands.tsx';
import { useDeploymentEnds } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { AfterDisks } from '#src/datasources/azure-vm/job/AfterDisks.tsx';
import { cancelOf, secondJobs } from '#src/datasources/azure-vm/job/second-jobs.ts';
import type { VmNextStepsProps } from '#src/datasources/azure-vm/next-steps/VmNextSteps.tsx';
import {
  sentAnswers,
  sentRestore,
  type SentRestore,
} from '#src/datasources/azure-vm/plan/sent-restore.ts';
import type { JobHelpParts, JobMending, JobProps } from '#src/datasources/job.ts';
import {
  isTerminal,
  type JobDetails,
  type JobError,
  propertyOf,
  secondaryJobOf,
} from '#src/model/jobs.ts';
import type { MendingField } from '#src/model/restore-option.ts';
import { type FoundThings, phaseKindOf, reportedTarget } from '#src/progress/observe.ts';
import { isOwnMachine } from '#src/progress/verdict.ts';
import { endedJobRules } from '#src/rules/catalogue/jobs.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { mend, notYetInVault } from '#src/strings/mend.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { pages } from '#src/strings/pages.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { Part } from '#src/ui/Part.tsx';
import { lazyPart } from '#src/ui/lazy-part.ts';

const words = pages.job;

const GUIDE = 'https://learn.microsoft.com/azure/backup/backup-azure-vms-troubleshoot';

/** A job of a Recovery Services vault, with the target of one that has ended. */
export function VmJob({ id, job, children }: JobProps) {
  const isRestore = job.restoreKind !== null;
  const isOver = isTerminal(job.status);
  const sent = sentRestore(id);
  const reading = useQuery(
    restoredQuery(id, isOver ? reportedTarget(job) : null, sent?.subscriptionId),
  );
  const restored = reading.data ?? null;
  const found = foundOf(restored);
  useDeploymentEnds(id);
  const steps = { id, job, group: restored?.group ?? null, disks: restored?.disks ?? null };
  const region = secondaryJobOf(id)?.place.region ?? null;
  return children({
    found,
    isTargetRead: !reading.isLoading,
    cancel: cancelOf(id, region),
    second: secondJobs(id, job.activityId, region),
    isRestore,
    facts: [
      ...(region === null ? [] : [[words.secondaryRegion, region] as const]),
      ...sentAnswers(id),
    ],
    // Where there are restored disks and no machine that the job itself made of them.
    afterVerdict: (
      <AfterDisks
        id={id}
        hasTemplate={(propertyOf(job, 'Template Blob Uri') ?? '') !== ''}
        hasDisks={
          (restored?.disks ?? []).length > 0 && (found === null || !isOwnMachine(job, found))
        }
      />
    ),
    result: null,
    nextSteps: isRestore && isOver && <NextSteps {...steps} />,
    stepReads: isRestore && isOver && <NextSteps {...steps} isReadAlone />,
    commands: sent !== null && sent.plan !== null && <VmCommands plan={sent.plan} level={2} />,
    note: notInVault(job),
    help: helpOf(job, sent),
    mendingOf: isRestore ? mendingOf : () => null,
  });
}

const LazySteps = lazyPart(
  () => import('#src/datasources/azure-vm/next-steps/VmNextSteps.tsx'),
  'VmNextSteps',
);

/** What is left to do: fetched when it is shown. */
const NextSteps = (props: VmNextStepsProps) => (
  <Part what={nextSteps.what}>
    <LazySteps {...props} />
  </Part>
);

function foundOf(restored: RestoredThings | null): FoundThings | null {
  if (restored === null) return null;
  const { isMachineThere, isMachineOfJob, disks } = restored;
  return { isMachineThere, isMachineOfJob, disks: disks?.map(({ name }) => name) ?? null };
}

function helpOf({ status }: JobDetails, sent: SentRestore | null): JobHelpParts {
  const isCleanedUp = status === 'failed' && sent?.hasIdentity === true;
  return {
    guide: GUIDE,
    requestId: sent?.requestId ?? null,
    remarks: isCleanedUp ? [sayOf(ruleNamed(ruleSet(endedJobRules), 'jobs.failed.cleanup'))] : [],
  };
}

/** Why the point of a backup cannot be used for Replace existing yet; null where nothing prevents it. */
function notInVault({ status, tasks }: JobDetails): string | null {
  const transfer = tasks.find(({ name }) => phaseKindOf(name) === 'transferTo');
  if (transfer === undefined || transfer.status === 'completed') return null;
  return isTerminal(status)
    ? notYetInVault.ended(transfer.name)
    : notYetInVault.running(transfer.name);
}

/**
 * The field of the wizard that avoids an error, by Azure's name of the error in small letters; only
 * errors whose cause is documented (azure-contract §12, rows of jobs and of validation).
 */
const FIELDS: Readonly<Record<string, readonly [keyof typeof mend, MendingField]>> = {
  usererrorinstantrpnotfound: ['point', 'point'],
  usererrorbcmdatasourcenotpresent: ['machineGone', 'group'],
  usererrorvmnotshutdown: ['running', 'confirmReplace'],
  olrbackupfailed: ['unsafe', 'group'],
  usererrorcorecountsubscriptionquotareached: ['cores', 'option'],
};

/** The remedy for an error; null for one whose cause is not documented. Code and title may change places. */
export function mendingOf({ code, title }: Pick<JobError, 'code' | 'title'>): JobMending | null {
  const names = [title, code].map((name) => name.trim().toLowerCase());
  const known = FIELDS[names.find((name) => Object.hasOwn(FIELDS, name)) ?? ''];
  return known === undefined ? null : { ...mend[known[0]], field: known[1] };
}
