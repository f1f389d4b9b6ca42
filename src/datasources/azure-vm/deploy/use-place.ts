import { useQuery } from '@tanstack/react-query';
import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { resourceGroupsQuery } from '#src/api/resources/places.ts';
import { storageAccountsQuery } from '#src/api/storage/accounts.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { isCut } from '#src/lib/list.ts';
import { sameId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';
import type { ResourceGroup, StorageAccount } from '#src/model/places.ts';
import { draftOfJob, sentText } from '#src/wizard/draft/drafts.ts';

/** Where a template is deployed, as far as it is known. */
export interface DeployPlace {
  readonly subscriptionId: string;
  /** Of the disks; null: not known. */
  readonly region: string | null;
  readonly isSecondary: boolean;
  /** Null: they can’t be listed, so that a name is typed. */
  readonly groups: readonly ResourceGroup[] | null;
  /** The staging storage account; undefined: not read yet, or the list is cut; null: not in the subscription. */
  readonly account: StorageAccount | null | undefined;
}

/**
 * The place of a job’s disks. The staging storage account is in the region that the disks are restored
 * to (document 000, Restore Azure VMs), and a secondary region is in the job’s own id.
 */
export function usePlace(jobId: string, { place }: LeftTemplate): DeployPlace {
  const subscriptionId = subscriptionOf(jobId);
  const groups = useQuery(resourceGroupsQuery(subscriptionId));
  const { data: accounts } = useQuery(storageAccountsQuery(subscriptionId));
  const found = accounts?.find(({ name }) => sameId(name, place.account));
  const isListed = accounts !== undefined && !isCut(accounts);
  const secondary = secondaryJobOf(jobId)?.place.region ?? null;
  return {
    subscriptionId,
    region: secondary ?? found?.region ?? null,
    isSecondary: secondary !== null,
    groups: groups.data ?? (groups.error === null ? [] : null),
    account: found ?? (isListed ? null : undefined),
  };
}

/** The subscription restored to: of a restore that another browser sent, the vault’s. */
export const subscriptionOf = (jobId: string): string =>
  sentText(draftOfJob(jobId), 'subscription') ??
  parseResourceId(vaultIdOf(jobId) ?? '')?.subscriptionId ??
  '';
