import { startedIn } from '#src/ui/stored-search.ts';
import * as z from 'zod/mini';
import { azureInstanceFromAddress, subscriptionIn, vaultIn } from '#src/api/arm/address.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import {
  addressReader,
  type Meaning,
  oneOf,
  sortBy,
  type Wanted,
} from '#src/lib/address-values.ts';
import {
  JOB_SORTS,
  JOB_STATUSES,
  type JobFilter,
  type JobOrder,
  LATEST_END_FIRST,
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
  /** `newest`: what needs a person doesn't come first. */
  first: text,
  /** `shown`: the completed backups stand one by one, below their row. */
  backups: text,
  /** `secondary`: the jobs of one vault in its paired region. */
  view: text,
});
export type JobsSearch = z.infer<typeof jobsSearch>;

export const SHOWN = 'shown';

/** The same address with the completed backups shown, or folded again. */
export const foldTurned = (search: JobsSearch): JobsSearch => ({
  ...search,
  backups: search.backups === SHOWN ? undefined : SHOWN,
});

export interface WantedJobs extends Wanted<JobFilter, JobOrder> {
  readonly isSecondary: boolean;
  /** What ended is wanted, and nothing that runs. */
  readonly isEnded: boolean;
  /** The datasources that are named, by their words; none: all. */
  readonly datasources: readonly string[];
  /** Who sorts by a column sees all of them in that order. */
  readonly isNeedsYouFirst: boolean;
  readonly isOpen: boolean;
}

/** What a list over all vaults alone can be narrowed by: elsewhere the address asks for nothing. */
export const OVER_VAULTS = {
  datasource: undefined,
  operation: undefined,
  first: undefined,
  backups: undefined,
  subscription: undefined,
  instance: undefined,
} as const satisfies Partial<JobsSearch>;

/** A datasource that an address names. */
const datasourceIn: Meaning<Datasource> = (word) =>
  [...DATASOURCES.values()].find((entry) => entry.word === word) ?? null;

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
  const datasources = reader.list('datasource', overVaults(datasourceIn));
  const isNewestFirst = reader.one('first', overVaults(oneOf(['newest'] as const))) !== undefined;
  const isOpen = reader.one('backups', overVaults(oneOf([SHOWN]))) !== undefined;
  const isEnded = !isSecondary && !statuses.some(isRunningStatus);
  const filter: JobFilter = {
    search: reader.search,
    providers: datasources.flatMap(({ provider }) => provider ?? []),
    operations: reader.list('operation', overVaults(oneOf(OPERATIONS))),
    statuses,
    vaults: reader.list('vault', vaultIn),
    subscriptions: reader.list('subscription', overVaults(subscriptionIn)),
    instance,
    range: typeof started === 'string' ? started : instance === null ? '24h' : '7d',
    hours: typeof started === 'object' ? started : null,
  };
  const ownOrder = reader.one('sort', sortBy(JOB_SORTS));
  const order = ownOrder ?? (isEnded ? LATEST_END_FIRST : NEWEST_FIRST);
  return {
    filter,
    order,
    isSecondary,
    isEnded,
    datasources: datasources.map(({ word }) => word),
    isNeedsYouFirst: !isNewestFirst && ownOrder === undefined,
    isOpen,
    ignored: reader.ignored(),
  };
}

/** What of Azure is wanted; null: nothing. */
export const azureFilter = ({ filter, datasources }: WantedJobs): JobFilter | null =>
  datasources.length > 0 && filter.providers.length === 0 ? null : filter;

/** Whether some jobs are looked for, and not all of a time. */
export const isNarrowed = ({ filter, datasources }: WantedJobs): boolean => {
  const { search, operations, statuses, vaults, subscriptions, instance, hours } = filter;
  const lists = [search, datasources, operations, statuses, vaults, subscriptions];
  return instance !== null || Boolean(hours) || lists.some(({ length }) => length > 0);
};
