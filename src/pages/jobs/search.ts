import * as z from 'zod/mini';
import { instanceFromAddress, subscriptionIn, vaultIn } from '#src/api/arm/address.ts';
import { addressReader, type Meaning, oneOf, sortBy } from '#src/lib/address-values.ts';
import { DATASOURCES } from '#src/model/instance-list.ts';
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
  datasource: text,
  operation: text,
  status: text,
  vault: text,
  subscription: text,
  /** The address of a protected item, as in `/instances/…`. */
  instance: text,
  /** How far back: `24h`, or `7d`. */
  range: text,
  sort: text,
  /** `secondary`: the jobs of one vault in its paired region. */
  view: text,
});
export type JobsSearch = z.infer<typeof jobsSearch>;

export interface JobsWanted {
  readonly filter: JobFilter;
  readonly order: JobOrder;
  readonly isSecondary: boolean;
  /** Parts of the address that mean nothing, as `status=fine`. */
  readonly ignored: readonly string[];
}

/** What a list over all vaults alone can be narrowed by: elsewhere the address asks for nothing. */
export const OVER_VAULTS = {
  datasource: undefined,
  operation: undefined,
  subscription: undefined,
  instance: undefined,
} as const satisfies Partial<JobsSearch>;

/** What an address asks for; parts that mean nothing are left out and named. */
export function jobsWanted(search: JobsSearch): JobsWanted {
  const reader = addressReader();
  const isSecondary =
    reader.one('view', search.view, oneOf(['primary', 'secondary'] as const)) === 'secondary';
  const overVaults = <Value>(means: Meaning<Value>): Meaning<Value> =>
    isSecondary ? () => null : means;
  const instance = reader.one('instance', search.instance, overVaults(instanceFromAddress)) ?? null;
  const filter: JobFilter = {
    search: (search.search ?? '').trim(),
    datasources: reader.list('datasource', search.datasource, overVaults(oneOf(DATASOURCES))),
    operations: reader.list('operation', search.operation, overVaults(oneOf(OPERATIONS))),
    statuses: reader.list('status', search.status, oneOf(JOB_STATUSES)),
    vaults: reader.list('vault', search.vault, vaultIn),
    subscriptions: reader.list('subscription', search.subscription, overVaults(subscriptionIn)),
    instance,
    range: reader.one('range', search.range, oneOf(RANGES)) ?? (instance === null ? '24h' : '7d'),
  };
  const order = reader.one('sort', search.sort, sortBy(JOB_SORTS)) ?? NEWEST_FIRST;
  return { filter, order, isSecondary, ignored: reader.ignored() };
}
