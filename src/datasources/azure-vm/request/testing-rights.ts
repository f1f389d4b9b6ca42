import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { grantsOf, listPermissions } from '#src/api/authorization.ts';
import { listMachineSizes } from '#src/api/compute/sizes.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { grantScopes, targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { targetRegion } from '#src/datasources/azure-vm/target.ts';
import { notRead, readOf } from '#src/datasources/azure-vm/request/testing-read.ts';

/** What depends on the target and type of a restore: permissions there, and VM sizes. */
export async function placeThrough(
  arm: ArmPipelines,
  target: string | null,
  choices: VmChoices,
  source: Pick<Reads, 'instance' | 'vault' | 'regions' | 'groups' | 'made'>,
): Promise<Pick<Reads, 'permissions' | 'sizes' | 'stagingGrants' | 'groupGrants'>> {
  const { principalId, staging, group } = grantScopes(choices, source, target ?? '');
  const grants = async (scope: ResourceId | null) =>
    principalId === null ? notRead : readOf(scope, (id) => grantsOf(arm, id, principalId));
  const isNew = choices.option === 'createVm' && target !== null;
  return {
    permissions: await readOf(targetScope(choices, source, target ?? ''), (id) =>
      listPermissions(arm, id),
    ),
    sizes: await readOf(isNew ? targetRegion(choices, source) : null, (region) =>
      listMachineSizes(arm, target ?? '', region),
    ),
    stagingGrants: await grants(staging),
    groupGrants: await grants(group),
  };
}
