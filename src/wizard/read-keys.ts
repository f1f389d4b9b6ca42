import type { QueryKey } from '@tanstack/react-query';
import { instanceQuery, pointsQuery, vaultQuery } from '#src/api/queries/instances.ts';
import { grantsQuery, permissionsQuery } from '#src/api/queries/permissions.ts';
import {
  diskEncryptionSetsQuery,
  machineNamesQuery,
  machineSizesQuery,
  regionsQuery,
  virtualNetworksQuery,
} from '#src/api/queries/placement.ts';
import {
  machineQuery,
  resourceGroupsQuery,
  storageAccountsQuery,
} from '#src/api/queries/targets.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { grantScopes, targetScope } from '#src/wizard/draft/grant-scopes.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { targetOf } from '#src/wizard/preflight/scopes.ts';

/** Under which keys the reads of a draft are kept that the list before a restore is made from. */
export function keysOfDraft(view: DraftView): QueryKey[] {
  const target = targetOf(view) ?? '';
  return [...sourceKeys(view), ...targetKeys(view, target), ...grantKeys(view, target)];
}

function sourceKeys({ draft, reads }: DraftView): QueryKey[] {
  const itemId = resourceId(draft.choices.instance ?? '');
  const item = known(reads.instance);
  return [
    instanceQuery(itemId).queryKey,
    pointsQuery(itemId, false).queryKey,
    pointsQuery(itemId, true).queryKey,
    vaultQuery(item?.vaultId ?? itemId).queryKey,
    machineQuery(item?.sourceResourceId ?? itemId).queryKey,
  ];
}

function targetKeys({ draft, reads }: DraftView, target: string): QueryKey[] {
  const region = targetRegion(draft.choices, reads) ?? '';
  const scope = targetScope(draft.choices, reads, target);
  return [
    resourceGroupsQuery(target).queryKey,
    storageAccountsQuery(target).queryKey,
    virtualNetworksQuery(target).queryKey,
    machineNamesQuery(target).queryKey,
    diskEncryptionSetsQuery(target).queryKey,
    regionsQuery(target).queryKey,
    machineSizesQuery(target, region).queryKey,
    permissionsQuery(scope ?? resourceId('')).queryKey,
  ];
}

function grantKeys({ draft, reads }: DraftView, target: string): QueryKey[] {
  const { principalId, staging, group } = grantScopes(draft.choices, reads, target);
  if (principalId === null || staging === null || group === null) return [];
  return [staging, group].map((scope) => grantsQuery(scope, principalId).queryKey);
}
