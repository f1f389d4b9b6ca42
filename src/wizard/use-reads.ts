import { useQuery } from '@tanstack/react-query';
import {
  diskAccessesQuery,
  diskEncryptionSetsQuery,
  machineNamesQuery,
  machineSizesQuery,
  regionsQuery,
  virtualNetworksQuery,
} from '#src/api/queries/placement.ts';
import { secondaryPointsQuery } from '#src/api/queries/instances.ts';
import { grantsQuery, permissionsQuery } from '#src/api/queries/permissions.ts';
import { resourceGroupsQuery, storageAccountsQuery } from '#src/api/queries/targets.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { grantScopes, targetScope } from '#src/wizard/draft/grant-scopes.ts';
import { type Reads, TARGET_NOT_ASKED } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { targetRegion } from '#src/wizard/draft/target-region.ts';
import { targetSubscription } from '#src/wizard/draft/view.ts';
import { readOf } from '#src/wizard/read-of.ts';
import { useSourceReads, type SourceReads } from '#src/wizard/use-source-reads.ts';

/** Asks Azure what a draft needs to know, each thing once its id is known. */
export function useReads(choices: DraftChoices): Reads {
  const source = useSourceReads(choices.instance, choices.regionView);
  const target = targetSubscription(choices, { ...source, ...TARGET_NOT_ASKED });
  const offered = useTargetReads(target, choices, source);
  const region = targetRegion(choices, { ...source, ...offered }) ?? '';
  return {
    ...source,
    ...offered,
    ...useGrantReads(target, choices, source),
    sizes: useSizes(target, region, choices),
  };
}

/** What is known of a machine alone, and of no place that it could be restored to. */
export function useMachineReads(itemId: string): Reads {
  return { ...TARGET_NOT_ASKED, ...useSourceReads(itemId) };
}

/** The regions that a subscription can use; not asked while `isWanted` is false. */
export function useRegions(subscription: string | undefined, isWanted: boolean): Reads['regions'] {
  const enabled = isWanted && subscription !== undefined;
  return readOf(useQuery({ ...regionsQuery(subscription ?? ''), enabled }));
}

/** The points in the secondary region of a machine's vault; not asked while `isWanted` is false. */
export function useSecondaryPoints(
  itemId: ResourceId,
  isWanted: boolean,
): Reads['secondaryPoints'] {
  return readOf(useQuery({ ...secondaryPointsQuery(itemId), enabled: isWanted }));
}

/** Asks what the target subscription offers; nothing while it is not known. */
function useTargetReads(target: string, choices: DraftChoices, source: SourceReads) {
  const enabled = target !== '';
  const scope = targetScope(choices, source, target);
  const rights = permissionsQuery(scope ?? resourceId(''));
  return {
    groups: readOf(useQuery({ ...resourceGroupsQuery(target), enabled })),
    accounts: readOf(useQuery({ ...storageAccountsQuery(target), enabled })),
    networks: readOf(useQuery({ ...virtualNetworksQuery(target), enabled })),
    machineNames: readOf(useQuery({ ...machineNamesQuery(target), enabled })),
    encryptionSets: readOf(useQuery({ ...diskEncryptionSetsQuery(target), enabled })),
    diskAccesses: readOf(useQuery({ ...diskAccessesQuery(target), enabled })),
    regions: readOf(useQuery({ ...regionsQuery(target), enabled })),
    permissions: readOf(useQuery({ ...rights, enabled: scope !== null })),
  };
}

/** Asks which sizes machines can have where a new one would be made. */
function useSizes(target: string, region: string, { option }: DraftChoices) {
  const enabled = option === 'createVm' && target !== '' && region !== '';
  return readOf(useQuery({ ...machineSizesQuery(target, region), enabled }));
}

/** Asks what the chosen identity may do with the staging account, and in the group restored to. */
function useGrantReads(target: string, choices: DraftChoices, source: SourceReads) {
  const { principalId, staging, group } = grantScopes(choices, source, target);
  const grants = (scope: ResourceId | null) => ({
    ...grantsQuery(scope ?? resourceId(''), principalId ?? ''),
    enabled: scope !== null && principalId !== null,
  });
  return {
    stagingGrants: readOf(useQuery(grants(staging))),
    groupGrants: readOf(useQuery(grants(group))),
  };
}
