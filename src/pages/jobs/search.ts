import { startedIn } from '#src/ui/stored-search.ts';
import * as z from 'zod/mini';
import { azureInstanceFromAddress, subscriptionIn, vaultIn } from '#src/api/arm/address.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import {
  addressReader,
  type Meaning,
  oneOf,
  sortBy,
  type Wanted,
} from '#src/lib/address-values.ts';
import type { BackupProvider } from '#src/model/vaults.ts';
import {
  JOB_SORTS,
  JOB_STATUSES,
  type JobFilter,
  type JobOrder,
  NEWEST_FIRST,
  OPERATIONS,
  RANGES,
} from '#src/model/jobs.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const jobsSearch = z.object({
  search: text,
  datasource: text,
  operation: text,
  status: text,
  vault: text,
  subscription: text,
  /** The address of a backup instance, as in `/instances/…`. */
  instance: text,
  /** How far back: `24h`, or `7d`; or the hours between two moments, as `2025-06-04T22:00:00Z/2025-06-05T01:00:00Z`. */
  range: text,
  sort: text,
  /** `secondary`: the jobs of one vault in its paired region. */
  view: text,
});
export type JobsSearch = z.infer<typeof jobsSearch>;

interface WantedJobs extends Wanted<JobFilter, JobOrder> {
  readonly isSecondary: boolean;
}

/** What a list over all vaults alone can be narrowed by: elsewhere the address asks for nothing. */
export const OVER_VAULTS = {
  datasource: undefined,
  operation: undefined,
  subscription: undefined,
  instance: undefined,
} as const satisfies Partial<JobsSearch>;

/** The service of a datasource that an address names; null: its jobs have a list of their own. */
const providerIn: Meaning<BackupProvider> = (word) =>
  [...DATASOURCES.values()].find((entry) => entry.word === word)?.provider ?? null;

const isRunningStatus = (status: JobFilter['statuses'][number]): boolean =>
  status === 'inProgress' || status === 'cancelling';

/** What an address asks for; parts that mean nothing are left out and named. */
export function jobsWanted(search: JobsSearch): WantedJobs {
  const reader = addressReader(search);
  const isSecondary = reader.one('view', oneOf(['primary', 'secondary'] as const)) === 'secondary';
  const overVaults = <Value>(means: Meaning<Value>): Meaning<Value> =>
    isSecondary ? () => null : means;
  const instance = reader.one('instance', overVaults(azureInstanceFromAddress)) ?? null;
  const statuses = reader.list('status', oneOf(JOB_STATUSES));
  const started = reader.one('range', isSecondary ? oneOf(RANGES) : startedIn);
  const filter: JobFilter = {
    search: reader.search,
    providers: reader.list('datasource', overVaults(providerIn)),
    operations: reader.list('operation', overVaults(oneOf(OPERATIONS))),
    statuses,
    // They stand above the list, unless the address wants just those that run.
    isWithoutRunningRestores: !isSecondary && !statuses.some(isRunningStatus),
    vaults: reader.list('vault', vaultIn),
    subscriptions: reader.list('subscription', overVaults(subscriptionIn)),
    instance,
    range: typeof started === 'string' ? started : instance === null ? '24h' : '7d',
    hours: typeof started === 'object' ? started : null,
  };
  const order = reader.one('sort', sortBy(JOB_SORTS)) ?? NEWEST_FIRST;
  return { filter, order, isSecondary, ignored: reader.ignored() };
}
