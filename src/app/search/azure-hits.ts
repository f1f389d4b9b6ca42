import { linkOptions } from '@tanstack/react-router';
import type { Hit } from '#src/app/search/hit.ts';
import { jobAddress, vaultAddress } from '#src/api/arm/address.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { fold } from '#src/lib/match.ts';
import type { Job } from '#src/model/jobs.ts';
import type { Vault } from '#src/model/vaults.ts';
import { searchResults as words } from '#src/strings/search.ts';

/** Names of subscriptions by lower-case id, as far as they were read. */
export type SubscriptionNames = Readonly<Record<string, string>>;

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

/** The name of a subscription, or its id while that is not read. */
export function nameIn(subscriptions: SubscriptionNames, id: string): string {
  return subscriptions[id.toLowerCase()] ?? id;
}

/** The way to the list of all vaults with a word in their name. */
export const allVaults = (word: string): Hit => ({
  key: 'all vaults',
  title: words.vaults.all(word),
  remark: '',
  link: linkOptions({ to: '/vaults', search: { search: word } }),
});

/** The way to the list of all jobs with a word in what they name. */
export const allJobs = (word: string): Hit => ({
  key: 'all jobs',
  title: words.jobs.all(word),
  remark: '',
  link: linkOptions({ to: '/jobs', search: { search: word, range: '7d' } }),
});

/** The way to the list of all jobs of a datasource with a word in what they name. */
export const allJobsOf = (title: string, word: string, datasource: string | undefined): Hit => ({
  key: `all jobs of ${datasource ?? ''}`,
  title,
  remark: '',
  link: linkOptions({ to: '/jobs', search: { search: word, datasource, range: '7d' } }),
});
