import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { cancelJobMutation } from '#src/api/queries/jobs.ts';
import { readAt } from '#src/api/queries/query.ts';
import { restoredQuery, type RestoredThings } from '#src/api/queries/restored.ts';
import { instanceOfJob } from '#src/api/queries/source-machine.ts';
import { VmCommands } from '#src/datasources/azure-vm/commands/VmCommands.tsx';
import { useDeploymentEnds } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { type DiskOrder, ordersOf } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { vmAfterwards } from '#src/datasources/azure-vm/next-steps/afterwards.ts';
import { lostSearch } from '#src/datasources/azure-vm/jobs.ts';
import { useJobPoint } from '#src/datasources/azure-vm/job-point.ts';
import { useVmReadBack } from '#src/datasources/azure-vm/read-back.ts';
import type { VmNextStepsProps } from '#src/datasources/azure-vm/next-steps/VmNextSteps.tsx';
import { isVmRule, vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  ROLES_STEP,
  sentAnswers,
  sentRestore,
  type SentRestore,
} from '#src/datasources/azure-vm/sent-restore.ts';
import type {
  JobCancel,
  JobHelpParts,
  JobMending,
  JobProps,
  JobSpec,
  SecondJobs,
} from '#src/datasources/job.ts';
import { loadCode } from '#src/lib/load.ts';
import {
  isTerminal,
  type JobDetails,
  type JobError,
  propertyOf,
  secondaryJobOf,
} from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { MendingField } from '#src/model/restore-option.ts';
import { type FoundThings, phaseKindOf, reportedTarget } from '#src/progress/observe.ts';
import { isOwnMachine } from '#src/progress/verdict.ts';
import { endedJobRules } from '#src/rules/catalogue/jobs.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { azure } from '#src/strings/datasources.ts';
import { jobTasks, fieldsThatMend, notYetInVault } from '#src/strings/jobs.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { pages } from '#src/strings/pages.ts';
import { canceling } from '#src/strings/progress.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { regionText } from '#src/strings/regions.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { pressBehind } from '#src/wizard/submit/press-of-job.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface AfterDisksProps {
  readonly id: string;
  /** Whether the job has left a template. */
  readonly hasTemplate: boolean;
  /** Whether its disks are there. */
  readonly hasDisks: boolean;
}

/** The ways from restored disks to a VM. */
function AfterDisks({ id, hasTemplate, hasDisks }: AfterDisksProps) {
  const styles = useStyles();
  if (!hasTemplate && !hasDisks) return null;
  const to = '/jobs/$jobId/$task';
  const jobId = jobAddress(id);
  return (
    <div className={styles.root}>
      {hasTemplate && (
        <RouterButton to={to} params={{ jobId, task: 'deploy-template' }}>
          {jobTasks.deployTemplate}
        </RouterButton>
      )}
      {hasDisks && (
        <RouterButton to={to} params={{ jobId, task: 'use-disks' }}>
          {jobTasks.restoredDisks}
        </RouterButton>
      )}
    </div>
  );
}

/** How a machine's restore is canceled; Azure cancels none in the secondary region. */
function vmJobCancel(id: ResourceId): JobCancel {
  return secondaryJobOf(id) === null
    ? { mutation: cancelJobMutation(id) }
    : { never: canceling.no(azure).secondary, whileRunning: pages.job.neverCancelled };
}

/** What the press that led to a machine's restore may have started besides; null: no press is known here. */
function secondJobsOf(id: ResourceId, requestId: string | null): SecondJobs | null {
  const press = pressBehind(id, requestId);
  return (
    press && {
      search: lostSearch(press.draft, press.attempt),
      shares: press.shares,
      cancelOf: vmJobCancel,
    }
  );
}

const words = pages.job;

const GUIDE = 'https://learn.microsoft.com/azure/backup/backup-azure-vms-troubleshoot';

/** A job of a Recovery Services vault, with the target of one that has ended. */
export function VmJob({ id, job, children }: JobProps) {
  const isRestore = job.restoreKind !== null;
  const isOver = isTerminal(job.status);
  const sent = sentRestore(id);
  const target = restoredQuery(id, isOver ? reportedTarget(job) : null, sent?.subscriptionId);
  const reading = useQuery(target);
  const restored = reading.data ?? null;
  const found = foundOf(restored);
  const { data, error, isFetching, refetch } = reading;
  const looked = { data, error, isFetching, at: readAt(target.queryKey) };
  const readBack = useVmReadBack(job, sent, { ...looked, again: () => void refetch() }, found);
  const point = useJobPoint(job, isRestore);
  useDeploymentEnds(id);
  const steps = { id, job, group: restored?.group ?? null, disks: restored?.disks ?? null };
  const region = secondaryJobOf(id)?.place.region ?? null;
  return children({
    found,
    isTargetRead: !reading.isLoading,
    readBack,
    cancel: vmJobCancel(id),
    second: secondJobsOf(id, job.activityId),
    isRestore,
    point,
    facts: [
      ...(region === null ? [] : [[words.secondaryRegion, regionText(region)] as const]),
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
  (code) => code.VmNextSteps,
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
  const sizes = (disks ?? []).flatMap(({ name, sizeGiB }) =>
    sizeGiB === null ? [] : [[name, sizeGiB] as const],
  );
  return {
    isMachineThere,
    isMachineOfJob,
    disks: disks?.map(({ name }) => name) ?? null,
    sizes: new Map(sizes),
  };
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
const FIELDS: Readonly<Record<string, readonly [keyof typeof fieldsThatMend, MendingField]>> = {
  usererrorinstantrpnotfound: ['point', 'point'],
  usererrorbcmdatasourcenotpresent: ['machineGone', 'group'],
  usererrorvmnotshutdown: ['running', 'powerState'],
  olrbackupfailed: ['unsafe', 'group'],
  usererrorcorecountsubscriptionquotareached: ['cores', 'option'],
};

/** The remedy for an error; null for one whose cause is not documented. Code and title may change places. */
export function mendingOf({ code, title }: Pick<JobError, 'code' | 'title'>): JobMending | null {
  const names = [title, code].map((name) => name.trim().toLowerCase());
  const known = FIELDS[names.find((name) => Object.hasOwn(FIELDS, name)) ?? ''];
  return known === undefined ? null : { ...fieldsThatMend[known[0]], field: known[1] };
}

/** Jobs of Recovery Services vaults. */
export const vmJobSpec: JobSpec = {
  Job: VmJob,
  cancelOf: vmJobCancel,
  instanceOf: instanceOfJob,
  choicesOf: (id) =>
    secondaryJobOf(id) === null ? {} : { datasource: 'azure-vm', regionView: 'secondary' },
  stepText: (id) => {
    if (id === ROLES_STEP) return nextSteps.roles;
    return isVmRule(id) ? sayOf(ruleNamed(vmRules, id)) : null;
  },
  afterwards: vmAfterwards,
  unusedAfter: (id) => ordersOf(id).flatMap(unusedBy),
  tasks: {
    'deploy-template': {
      title: jobTasks.deployTemplate,
      load: async () =>
        (await loadCode(() => import('#src/datasources/azure-vm/deploy/DeployPage.tsx')))
          .DeployPage,
    },
    'use-disks': {
      title: jobTasks.restoredDisks,
      load: async () =>
        (await loadCode(() => import('#src/datasources/azure-vm/disks/DisksPage.tsx'))).DisksPage,
    },
  },
};

/** What an action on disks can leave without a VM. */
function unusedBy(order: DiskOrder): ResourceId[] {
  switch (order.kind) {
    case 'build':
      return [order.nicId];
    case 'swap':
      return order.before === null ? [] : [order.before];
    case 'detach':
      return [order.diskId];
    case 'attach':
      return [];
  }
}
