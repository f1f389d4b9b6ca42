import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { listPermissions } from '#src/api/authorization/permissions/ops.ts';
import { listMachineSizes } from '#src/api/compute/sizes/ops.ts';
import { grantsOf } from '#src/api/queries/permissions.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { grantScopes } from '#src/wizard/draft/grant-scopes.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { notAsked, readOf } from '#src/wizard/submit/testing-read.ts';

/** What hangs on where a restore goes and as what: rights there, and sizes of machines. */
export async function placeThrough(
  arm: ArmPipelines,
  target: string | null,
  choices: DraftChoices,
  source: Pick<Reads, 'instance' | 'vault'>,
): Promise<Pick<Reads, 'permissions' | 'sizes' | 'stagingGrants' | 'groupGrants'>> {
  const { principalId, staging, group } = grantScopes(choices, source, target ?? '');
  const grants = async (scope: ResourceId | null) =>
    principalId === null ? notAsked : readOf(scope, (id) => grantsOf(arm, id, principalId));
  const isNew = choices.option === 'createVm' && target !== null;
  return {
    permissions: await readOf(scopeOf(target, choices), (id) => listPermissions(arm, id)),
    sizes: await readOf(isNew ? known(source.vault)?.region : null, (region) =>
      listMachineSizes(arm, target ?? '', region),
    ),
    stagingGrants: await grants(staging),
    groupGrants: await grants(group),
  };
}

/** Where a restore goes, as rights are asked for: a group still to be made has its subscription's. */
function scopeOf(subscription: string | null, { rg, rgIsNew }: DraftChoices): ResourceId | null {
  if (subscription === null) return null;
  const scope = `/subscriptions/${subscription}`;
  return resourceId(rg === null || rgIsNew ? scope : `${scope}/resourceGroups/${rg}`);
}
