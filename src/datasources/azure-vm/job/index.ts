import { session } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { listInstancePage } from '#src/api/recovery-services/items.ts';
import { type DiskOrder, ordersOf } from '#src/datasources/azure-vm/disks/orders.ts';
import { VmJob } from '#src/datasources/azure-vm/job/VmJob.tsx';
import { vmAfterwards } from '#src/datasources/azure-vm/job/afterwards.ts';
import { ROLES_STEP } from '#src/datasources/azure-vm/plan/step-ids.ts';
import { isVmRule, vmRules } from '#src/datasources/azure-vm/rules.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import { loadCode } from '#src/lib/load.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { type Job, secondaryJobOf } from '#src/model/jobs.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { jobTasks } from '#src/strings/job-tasks.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { sayOf } from '#src/strings/rule-source.ts';

/** Jobs of Recovery Services vaults. */
export const vmJob: JobSpec = {
  Job: VmJob,
  instanceOf,
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

/** The backup instance of a job, which reports the VM's name alone; null where two have that name. */
async function instanceOf({ id, itemName }: Job): Promise<ResourceId | null> {
  const filter = { ...EVERYTHING, search: itemName, vaults: [resourceId(vaultIdOf(id) ?? '')] };
  const wanted = { filter, order: BY_NAME, start: { skip: 0 }, top: 100 };
  const { rows } = await listInstancePage(session(), wanted);
  const named = rows.filter(
    ({ friendlyName }) => friendlyName.toLowerCase() === itemName.toLowerCase(),
  );
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
