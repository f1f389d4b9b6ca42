import * as z from 'zod/mini';
import { instanceFromAddress, subscriptionIn, vaultIn } from '#src/api/arm/address.ts';
import { addressReader, oneOf, sortBy } from '#src/lib/address-values.ts';
import {
  JOB_SORTS,
  JOB_STATUSES,
  type JobFilter,
  type JobOrder,
  NEWEST_FIRST,
  OPERATIONS,
  RANGES,
} from '#src/model/job-list.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const jobsSearch = z.object({
  search: text,
  operation: text,
  status: text,
  vault: text,
  subscription: text,
  /** The address of a protected item, as in `/instances/…`. */
  instance: text,
  /** How far back: `24h`, or `7d`. */
  range: text,
  sort: text,
});
export type JobsSearch = z.infer<typeof jobsSearch>;

export interface JobsWanted {
  readonly filter: JobFilter;
  readonly order: JobOrder;
  /** Parts of the address that mean nothing, as `status=fine`. */
  readonly ignored: readonly string[];
}

/** What an address asks for; parts that mean nothing are left out and named. */
export function jobsWanted(search: JobsSearch): JobsWanted {
  const reader = addressReader();
  const instance = reader.one('instance', search.instance, instanceFromAddress) ?? null;
  const filter: JobFilter = {
    search: (search.search ?? '').trim(),
    operations: reader.list('operation', search.operation, oneOf(OPERATIONS)),
    statuses: reader.list('status', search.status, oneOf(JOB_STATUSES)),
    vaults: reader.list('vault', search.vault, vaultIn),
    subscriptions: reader.list('subscription', search.subscription, subscriptionIn),
    instance,
    range: reader.one('range', search.range, oneOf(RANGES)) ?? (instance === null ? '24h' : '7d'),
  };
  const order = reader.one('sort', search.sort, sortBy(JOB_SORTS)) ?? NEWEST_FIRST;
  return { filter, order, ignored: reader.ignored() };
}
