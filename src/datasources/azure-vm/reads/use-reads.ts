import { useQuery } from '@tanstack/react-query';
import {
  diskAccessesQuery,
  diskEncryptionSetsQuery,
  machineSizesQuery,
  regionsQuery,
} from '#src/api/queries/placement.ts';
import { secondaryPointsQuery } from '#src/api/queries/instances.ts';
import { grantsQuery, permissionsQuery } from '#src/api/queries/permissions.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { targetQueries } from '#src/datasources/azure-vm/reads/queries.ts';
import { grantScopes, targetScope } from '#src/datasources/azure-vm/reads/grant-scopes.ts';
import { type Reads, TARGET_NOT_ASKED } from '#src/datasources/azure-vm/reads/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { copiesLeft, targetRegion } from '#src/datasources/azure-vm/choices/target-region.ts';
import { targetSubscription } from '#src/datasources/azure-vm/view.ts';
import { known } from '#src/wizard/reads/read.ts';
import { readOf } from '#src/wizard/reads/read-of.ts';
import {
  type SourceReads,
  useSourceReads,
} from '#src/datasources/azure-vm/reads/use-source-reads.ts';

/** Asks Azure what a draft needs to know, each thing once its id is known. */
export function useReads(choices: VmChoices): Reads {
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

/**
 * What the restore options of a machine are judged by, wherever it could be restored to; what is known of
 * the paired region only where something is down.
 */
export function useOptionReads(itemId: ResourceId, isDown: boolean): Reads {
  const source = useSourceReads(itemId);
  const subscription = known(source.instance)?.subscriptionId;
  const regions = useQuery({
    ...regionsQuery(subscription ?? ''),
    enabled: isDown && subscription !== undefined,
  });
  const secondaryPoints = useQuery({
    ...secondaryPointsQuery(itemId),
    enabled: isDown && copiesLeft(source) === 'secondary',
  });
  return {
    ...TARGET_NOT_ASKED,
    ...source,
    regions: readOf(regions),
    secondaryPoints: readOf(secondaryPoints),
  };
}

/** Asks what the target subscription offers; nothing while it is not known. */
function useTargetReads(target: string, choices: VmChoices, source: SourceReads) {
  const enabled = target !== '';
  const scope = targetScope(choices, source, target);
  const queries = targetQueries(target);
  const rights = permissionsQuery(scope ?? resourceId(''));
  return {
    groups: readOf(useQuery({ ...queries.groups, enabled })),
    accounts: readOf(useQuery({ ...queries.accounts, enabled })),
    networks: readOf(useQuery({ ...queries.networks, enabled })),
    machineNames: readOf(useQuery({ ...queries.machineNames, enabled })),
    encryptionSets: readOf(useQuery({ ...diskEncryptionSetsQuery(target), enabled })),
    diskAccesses: readOf(useQuery({ ...diskAccessesQuery(target), enabled })),
    regions: readOf(useQuery({ ...regionsQuery(target), enabled })),
    permissions: readOf(useQuery({ ...rights, enabled: scope !== null })),
  };
}

/** Asks which sizes machines can have where a new one would be made. */
function useSizes(target: string, region: string, { option }: VmChoices) {
  const enabled = option === 'createVm' && target !== '' && region !== '';
  return readOf(useQuery({ ...machineSizesQuery(target, region), enabled }));
}

/** Asks what the chosen identity may do with the staging account, and in the group restored to. */
function useGrantReads(target: string, choices: VmChoices, source: SourceReads) {
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
