import * as z from 'zod/mini';
import type { JobWire } from '#src/api/recovery-services/jobs.ts';
import { failure, invalidInput } from '#src/mocks/errors.ts';
import { type Filter, wants, withFilter, withTimes } from '#src/mocks/filter.ts';
import { withinJobReads } from '#src/mocks/job-reads.ts';
import { parseJson } from '#src/mocks/json.ts';
import {
  acceptOperation,
  isOver,
  onVaultOperation,
  plainPolling,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  hasSecondary,
  inSecondary,
  isSecondary,
  locationPath,
  notCrossRegion,
  onVault,
  vaultAction,
  vaultPath,
  withSecondaryVault,
} from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, list, ok, param, type Route, route } from '#src/mocks/service.ts';
import { jobAt } from '#src/mocks/time/job-at.ts';
import { isReported, type JobPlan, timelineAt } from '#src/mocks/time/plan.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { Operation, State } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { findJob, jobsIn } from '#src/mocks/world/lookup.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Seconds until the operation of a cancel request is over (G). */
const CANCEL_OPERATION_MS = 20_000;

/** From then on 200 where it was 204: the contract (§8) has both for what is over, and not when which comes (G). */
const CANCEL_RESULT_MS = 3_600_000;

/** When a person canceled a job, in epoch milliseconds; null otherwise. */
export function cancelledAtOf(state: State, jobId: string): number | null {
  return state.cancellations.find((cancellation) => sameId(cancellation.jobId, jobId))?.at ?? null;
}

interface JobReading {
  readonly state: State;
  readonly now: number;
  readonly isNumeric: boolean;
  readonly isDetailed: boolean;
}

/** A job of the world as the wire has it. */
export function jobWireOf(
  plan: JobPlan,
  { state, now, isNumeric, isDetailed }: JobReading,
): JobWire {
  return jobAt(plan, cancelledAtOf(state, plan.jobId), now, {
    profile: state.profile,
    isNumeric,
    isDetailed,
  });
}

/** Properties that lists are searched and sorted by: each can be read without making the others. */
export const jobFields = ({ state, now }: JobReading) => ({
  backupManagementType: () => 'AzureIaasVM',
  operation: ({ operation }: JobPlan) => operation,
  entityFriendlyName: ({ friendlyName }: JobPlan) => friendlyName,
  startTime: ({ startedAtMs }: JobPlan) => sevenDecimals(startedAtMs),
  isUserTriggered: ({ isUserTriggered }: JobPlan) => isUserTriggered,
  status: (plan: JobPlan) => timelineAt(plan, cancelledAtOf(state, plan.jobId), now).status,
});

const filterKeys = ['starttime', 'endtime', 'status', 'operation', 'backupmanagementtype', 'jobid'];

/** Lists the started jobs that match a `$filter`, the newest first. */
function listJobs(call: Call, all: readonly JobPlan[], toWire: (plan: JobPlan) => JobWire): Answer {
  return withFilter(call, filterKeys, (filter) =>
    withTimes(filter, { from: 'starttime', to: 'endtime' }, (from, to) => {
      const plans = all
        .filter(
          (plan) =>
            isReported(plan, call.now) && plan.startedAtMs >= from && plan.startedAtMs <= to,
        )
        .toSorted((a, b) => b.startedAtMs - a.startedAtMs);
      return list(plans.map(toWire).filter((job) => fitsJob(filter, job)));
    }),
  );
}

/** Jobs of the secondary region have another request, in any version (azure-contract §9). */
function ofVault(call: Call, vault: VaultSeed): Answer {
  if (isSecondary(call)) return hasSecondary(vault) ? list([]) : notCrossRegion();
  const reading = { ...call, isDetailed: false };
  return listJobs(call, jobsIn(call.state, vault.id), (plan) => jobWireOf(plan, reading));
}

function fitsJob(filter: Filter, { name, properties }: JobWire): boolean {
  return (
    wants(filter, 'status', properties.status ?? '') &&
    wants(filter, 'operation', properties.operation ?? '') &&
    wants(filter, 'backupManagementType', properties.backupManagementType ?? '') &&
    wants(filter, 'jobId', name)
  );
}

function jobOf(call: Call, vault: VaultSeed): JobPlan | undefined {
  const plan = findJob(call.state, param(call, 'job'));
  return plan !== undefined && sameId(plan.vaultId, vault.id) && isReported(plan, call.now)
    ? plan
    : undefined;
}

/** 404 for a job that is not in the vault; its code is a guess (G). */
function unknownJob(name: string): Answer {
  return failure(404, 'BMSUserErrorObjectNotFound', `Job ${name} was not found.`);
}

function cancelLocation(vault: VaultSeed, call: Call, operationId: string): Record<string, string> {
  const address = `https://management.azure.com${vault.id}/backupJobs/${param(call, 'job')}/operationResults/${operationId}`;
  return { Location: `${address}?api-version=${call.apiVersion}`, 'Retry-After': '60' };
}

function cancel(call: Call, vault: VaultSeed): Answer {
  const plan = jobOf(call, vault);
  if (plan === undefined) return unknownJob(param(call, 'job'));
  const { status, tasks } = timelineAt(plan, cancelledAtOf(call.state, plan.jobId), call.now);
  const late = tasks.find(
    ({ task, status: one }) => task.endsCancel === true && one !== 'NotStarted',
  );
  if (status !== 'InProgress' || !plan.isCancellable || late !== undefined) {
    // The text is documented (D), the code a guess (G).
    return failure(
      400,
      'BMSUserErrorJobNotCancellable',
      `The job is not in a state that can be cancelled. It is ${status}${late === undefined ? '' : ` in “${late.task.id}”`}.`,
    );
  }
  const operationId = guidFrom(`cancel:${plan.jobId}`);
  return {
    status: 202,
    headers: cancelLocation(vault, call, operationId),
    events: [{ type: 'job-cancelled', at: call.now, jobId: plan.jobId, operationId }],
  };
}

function cancelResult(call: Call, vault: VaultSeed): Answer {
  const cancellation = call.state.cancellations.find(({ operationId }) =>
    sameId(operationId, param(call, 'operation')),
  );
  if (cancellation === undefined) return unknownJob(param(call, 'job'));
  if (call.now < cancellation.at + CANCEL_OPERATION_MS) {
    return { status: 202, headers: cancelLocation(vault, call, cancellation.operationId) };
  }
  return { status: call.now < cancellation.at + CANCEL_RESULT_MS ? 204 : 200 };
}

/** Export of jobs (azure-contract §8). The file that the answer names is not there. */

/** Simulated time until the file is written (G). */
const EXPORT_MS = 20_000;

const EXPORT_TYPE = 'ExportJobsOperationResultInfo';

/** `Location` alone, no status (S). */
function exportHeaders(call: Call, vault: VaultSeed, operationId: string): Record<string, string> {
  const result = 'backupJobs/operationResults';
  const { Location = '', 'Retry-After': seconds = '' } = plainPolling(call, {
    basePath: vault.id,
    status: result,
    result,
    operationId,
    seconds: 60,
  });
  return { Location, 'Retry-After': seconds };
}

function startExport(call: Call, vault: VaultSeed): Answer {
  const event = acceptOperation(call, {
    kind: 'jobsExport',
    scopeId: vault.id,
    operationMs: EXPORT_MS,
  });
  return { status: 202, headers: exportHeaders(call, vault, event.operationId), events: [event] };
}

function exportResult(call: Call, found: Operation, vault: VaultSeed): Answer {
  if (isOver(found, call.now)) {
    const blobUrl = `https://simulated.blob.core.windows.net/reportcontainer/exportjobsreport${found.operationId}`;
    const operation = { objectType: EXPORT_TYPE, blobUrl, blobSasKey: '?sv=2014-02-14&sr=b&sp=r' };
    return ok({ operation, headers: {} });
  }
  const headers = exportHeaders(call, vault, found.operationId);
  // The answer's own headers are repeated in its body, each as a list (S).
  const repeated = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value]]),
  );
  const body = { operation: { objectType: EXPORT_TYPE }, headers: repeated };
  return { status: 202, headers, body };
}

/** Jobs of the secondary region: both questions are POSTs that name the vault (azure-contract §9). */

const questionWire = z.looseObject({ resourceId: z.string(), jobName: z.optional(z.string()) });
type Question = z.infer<typeof questionWire>;

/** Ids of these jobs name the region and not the vault (S). */
function secondaryJobWireOf(call: Call, plan: JobPlan, isDetailed: boolean): JobWire {
  const job = jobWireOf(plan, { ...call, isDetailed });
  const place = `/subscriptions/${param(call, 'sub')}/providers/microsoft.recoveryservices/locations/${param(call, 'region')}`;
  return { ...job, id: `${place}/backupJobs/${plan.jobId}` };
}

/** Runs `work` with the jobs of the vault that the question names, in the region of the path. */
function withSecondaryJobs(
  call: Call,
  work: (jobs: readonly JobPlan[], question: Question) => Answer,
): Answer {
  return inSecondary(call, () => {
    const question = questionWire.safeParse(parseJson(call.request.body));
    if (!question.success) return invalidInput('resourceId is missing.');
    const { resourceId } = question.data;
    return withSecondaryVault(call, resourceId, `${vaultAction}/backupJobs/read`, ({ id }) => {
      const jobs = call.state.secondaryJobs.filter(
        ({ vaultId, secondaryRegion }) =>
          sameId(vaultId, id) && sameRegion(secondaryRegion, param(call, 'region')),
      );
      return work(jobs, question.data);
    });
  });
}

export const jobRoutes: readonly Route[] = [
  route.get('jobs.list', `${vaultPath}/backupJobs`, withinJobReads(onVault(ofVault))),
  route.get(
    'jobs.get',
    `${vaultPath}/backupJobs/{job}`,
    withinJobReads(
      onVault((call, vault) => {
        const plan = jobOf(call, vault);
        return plan === undefined
          ? unknownJob(param(call, 'job'))
          : ok(jobWireOf(plan, { ...call, isDetailed: true }));
      }),
    ),
  ),
  route.post('jobs.cancel', `${vaultPath}/backupJobs/{job}/cancel`, onVault(cancel)),
  route.get(
    'jobs.cancelResult',
    `${vaultPath}/backupJobs/{job}/operationResults/{operation}`,
    onVault(cancelResult),
  ),
  route.post('jobs.export', `${vaultPath}/backupJobsExport`, onVault(startExport)),
  route.get(
    'jobs.exportResult',
    `${vaultPath}/backupJobs/operationResults/{operation}`,
    onVaultOperation('jobsExport')(exportResult),
    `${vaultAction}/backupJobsExport/operationResults/read`,
  ),
  route.post('jobs.listSecondary', `${locationPath}/backupCrrJobs`, (call) =>
    withSecondaryJobs(call, (jobs) =>
      listJobs(call, jobs, (plan) => secondaryJobWireOf(call, plan, false)),
    ),
  ),
  route.post('jobs.getSecondary', `${locationPath}/backupCrrJob`, (call) =>
    withSecondaryJobs(call, (jobs, { jobName = '' }) => {
      const plan = jobs.find(({ jobId }) => sameId(jobId, jobName));
      return plan === undefined || !isReported(plan, call.now)
        ? unknownJob(jobName)
        : ok(secondaryJobWireOf(call, plan, true));
    }),
  ),
];
