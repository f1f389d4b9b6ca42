import { linkOptions } from '@tanstack/react-router';
import type { AskedGroup, Hit } from '#src/app/search/hit.ts';
import { instanceAddress, jobAddress, vaultAddress } from '#src/api/arm/address.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { fold } from '#src/lib/match.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import type { Job } from '#src/model/job.ts';
import type { ProtectedItem, Vault } from '#src/model/recovery-services.ts';
import { searchResults as words } from '#src/strings/search-results.ts';

/** Names of subscriptions by lower-case id, as far as they were read. */
export type SubscriptionNames = Readonly<Record<string, string>>;

/** A protected machine: the group, vault and subscription tell those of one name apart. */
export function instanceHit(
  item: ProtectedItem,
  subscriptions: SubscriptionNames,
  source: Hit['state'],
): Hit {
  const { id, friendlyName, resourceGroup, vaultName, lastRecoveryPointAt: at } = item;
  return {
    key: `instance ${id}`,
    title: friendlyName,
    remark: words.line([
      resourceGroup,
      vaultName,
      nameIn(subscriptions, item.subscriptionId),
      at === null ? words.noPoint : words.lastPoint(dateTimeText(at)),
    ]),
    ...(source === undefined ? {} : { state: source }),
    link: linkOptions({
      to: '/instances/$instanceId',
      params: { instanceId: instanceAddress(id) },
    }),
  };
}

/** A protected disk. */
export function diskHit(disk: DiskBackupInstance, subscriptions: SubscriptionNames): Hit {
  const { id, friendlyName, resourceGroup, vaultName, subscriptionId } = disk;
  return {
    key: `disk ${id}`,
    title: friendlyName,
    remark: words.line([resourceGroup, vaultName, nameIn(subscriptions, subscriptionId)]),
    link: linkOptions({
      to: '/instances/$instanceId',
      params: { instanceId: instanceAddress(id) },
    }),
  };
}

/** A vault, with where it is. */
export function vaultHit(vault: Vault, subscriptions: SubscriptionNames): Hit {
  return {
    key: `vault ${vault.id}`,
    title: vault.name,
    remark: words.line([
      vault.resourceGroup,
      nameIn(subscriptions, vault.subscriptionId),
      vault.region,
      vault.redundancy,
    ]),
    link: linkOptions({ to: '/vaults/$vaultId', params: { vaultId: vaultAddress(vault.id) } }),
  };
}

/** A job; its id only where it was searched for. */
export function jobHit(job: Job, subscriptions: SubscriptionNames, typed: readonly string[]): Hit {
  const { id, name, itemName, operation, vaultName, startedAt, status } = job;
  const isById = typed.some((word) => fold(name).includes(word));
  return {
    key: `job ${id}`,
    title: words.jobOf(operation, itemName),
    remark: words.line([
      startedAt === null ? null : words.started(dateTimeText(startedAt)),
      vaultName,
      nameIn(subscriptions, parseResourceId(id)?.subscriptionId ?? ''),
      isById ? words.job(name) : null,
    ]),
    state: { kind: 'job', status },
    link: linkOptions({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) } }),
  };
}

function nameIn(subscriptions: SubscriptionNames, id: string): string {
  return subscriptions[id.toLowerCase()] ?? id;
}

/** The way to the list of all hits of a kind; the lists look for one text, two of them in names alone. */
export function allHits(group: AskedGroup, word: string): Hit {
  return {
    key: `all ${group}`,
    title: words.all[group](word),
    remark: '',
    link: LISTS[group](word),
  };
}

const LISTS: Readonly<Record<AskedGroup, (search: string) => Hit['link']>> = {
  instances: (search) => linkOptions({ to: '/instances', search: { search } }),
  disks: (search) => linkOptions({ to: '/instances', search: { search, datasource: 'disk' } }),
  vaults: (search) => linkOptions({ to: '/vaults', search: { search } }),
  jobs: (search) => linkOptions({ to: '/jobs', search: { search, range: '7d' } }),
};
