import * as z from 'zod/mini';
import type { JobWire } from '#src/api/recovery-services/jobs.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { jobWireOf, listJobs, unknownJob } from '#src/mocks/recovery-services/jobs.ts';
import { vaultAction } from '#src/mocks/recovery-services/paths.ts';
import {
  inSecondary,
  locationPath,
  withSecondaryVault,
} from '#src/mocks/recovery-services/secondary-place.ts';
import { type Answer, type Call, ok, param, type Route, route } from '#src/mocks/service.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Jobs of the secondary region: both questions are POSTs that name the vault (azure-contract §9). */

const questionWire = z.looseObject({ resourceId: z.string(), jobName: z.optional(z.string()) });
type Question = z.infer<typeof questionWire>;

/** Ids of these jobs name the region and not the vault (S). */
function wireOf(call: Call, plan: JobPlan, isDetailed: boolean): JobWire {
  const job = jobWireOf(plan, { ...call, isDetailed });
  const place = `/subscriptions/${param(call, 'sub')}/providers/microsoft.recoveryservices/locations/${param(call, 'region')}`;
  return { ...job, id: `${place}/backupJobs/${plan.jobId}` };
}

/** Runs `work` with the jobs of the vault that the question names, in the region of the path. */
function withJobs(
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

export const secondaryJobRoutes: readonly Route[] = [
  route.post('jobs.listSecondary', `${locationPath}/backupCrrJobs`, (call) =>
    withJobs(call, (jobs) => listJobs(call, jobs, (plan) => wireOf(call, plan, false))),
  ),
  route.post('jobs.getSecondary', `${locationPath}/backupCrrJob`, (call) =>
    withJobs(call, (jobs, { jobName = '' }) => {
      const plan = jobs.find(({ jobId }) => sameId(jobId, jobName));
      return plan === undefined ? unknownJob(jobName) : ok(wireOf(call, plan, true));
    }),
  ),
];
