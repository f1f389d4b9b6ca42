import { linkOptions } from '@tanstack/react-router';
import type { Hit } from '#src/app/search/hit.ts';
import { instanceAddress, jobAddress } from '#src/api/arm/address.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { fold } from '#src/lib/match.ts';
import type { InstanceHit, JobHit, VaultHit } from '#src/model/search.ts';
import { searchResults as words } from '#src/strings/search-results.ts';

/** A protected machine: the group, vault and subscription tell those of one name apart. */
export function instanceHit({ item, subscription, isSourceSeen }: InstanceHit): Hit {
  const { lastRecoveryPointAt } = item;
  return {
    key: `instance ${item.id}`,
    title: item.friendlyName,
    remark: words.line([
      item.resourceGroup,
      item.vaultName,
      subscription ?? item.subscriptionId,
      lastRecoveryPointAt === null
        ? words.noPoint
        : words.lastPoint(dateTimeText(lastRecoveryPointAt)),
    ]),
    state: { kind: 'source', isSeen: isSourceSeen },
    link: linkOptions({
      to: '/instances/$instanceId',
      params: { instanceId: instanceAddress(item.id) },
    }),
  };
}

/** The way to all protected machines that match. */
export function allInstances(typed: string, total: number): Hit {
  return {
    key: 'all instances',
    title: words.allInstances(total),
    remark: '',
    link: linkOptions({ to: '/instances', search: { search: typed } }),
  };
}

/** A vault, with where it is. */
export function vaultHit({ vault, subscription }: VaultHit): Hit {
  return {
    key: `vault ${vault.id}`,
    title: vault.name,
    remark: words.line([
      vault.resourceGroup,
      subscription ?? vault.subscriptionId,
      vault.region,
      vault.redundancy,
    ]),
    link: linkOptions({ to: '/instances' }),
  };
}

/** A job; its id only where it was searched for. */
export function jobHit({ job, subscription }: JobHit, typed: readonly string[]): Hit {
  const { id, name, itemName, operation, vaultName, startedAt, status } = job;
  const isById = typed.some((word) => fold(name).includes(word));
  return {
    key: `job ${id}`,
    title: words.jobOf(operation, itemName),
    remark: words.line([
      startedAt === null ? null : words.started(dateTimeText(startedAt)),
      vaultName,
      subscription ?? parseResourceId(id)?.subscriptionId ?? null,
      isById ? words.job(name) : null,
    ]),
    state: { kind: 'job', status },
    link: linkOptions({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) } }),
  };
}
