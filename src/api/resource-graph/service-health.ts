import * as z from 'zod/mini';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { readAgainIn } from '#src/api/queries/query.ts';
import { graphQuestion, inTexts, queryGraph, where } from '#src/api/resource-graph/query.ts';
import { instant, type Instant, parseInstant } from '#src/lib/time.ts';
import { type ReachCounts, regionName, type ServiceIssue } from '#src/model/places.ts';

/** A field that is nothing where Azure sends another kind of value: an event must not cost the others. */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);
const lenientText = lenient(z.string());

/**
 * An event of Azure Service Health, type `microsoft.resourcehealth/events`, once for each subscription. The table, the
 * type, and `EventType`, `Status`, `Title`, `TrackingId` and `ImpactStartTime` are Azure's documentation (Azure Resource Graph
 * sample queries for Azure Service Health). The shape of `Impact`, and whether a time is text or a number, are guesses (G)
 * by the REST API of the same events (Resource Health, Events, 2024-02-01).
 */
export const serviceEventWire = z.looseObject({
  name: z.string(),
  properties: z.looseObject({
    TrackingId: lenientText,
    Title: lenientText,
    ImpactStartTime: lenient(z.union([z.string(), z.number()])),
    Impact: lenient(
      z.array(
        z.looseObject({
          ImpactedService: lenientText,
          ImpactedRegions: lenient(z.array(z.looseObject({ ImpactedRegion: lenientText }))),
        }),
      ),
    ),
  }),
});
type ServiceEventWire = z.infer<typeof serviceEventWire>;

const QUERY = graphQuestion('servicehealthresources', [
  "where type =~ 'microsoft.resourcehealth/events'",
  "where properties.EventType =~ 'ServiceIssue' and properties.Status =~ 'Active'",
  'order by id asc',
  'project id, name, properties',
]);

/**
 * The active issues of services that VMs and their backups need, from Azure Resource Graph. Without permission to read
 * events of a subscription there are none of it, without an error (G): an empty list is no proof that there is no issue.
 */
export async function listServiceIssues(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly ServiceIssue[]> {
  return issuesOf(await queryGraph(arm, serviceEventWire, QUERY, signal));
}

/** Services whose issues stop VMs or their restores; their names are guesses (G). */
const NEEDED = /virtual machine|storage|backup|site recovery/i;

/** The issues of needed services, each once, however many subscriptions report it. */
export function issuesOf(events: readonly ServiceEventWire[]): readonly ServiceIssue[] {
  const known = new Map<string, ServiceIssue>();
  for (const event of events) {
    const issue = toIssue(event);
    if (issue.services.length > 0) known.set(issue.trackingId, issue);
  }
  return [...known.values()];
}

function toIssue({ name, properties }: ServiceEventWire): ServiceIssue {
  const { Title, TrackingId, ImpactStartTime, Impact } = properties;
  const needed = (Impact ?? []).filter(({ ImpactedService }) => NEEDED.test(ImpactedService ?? ''));
  const regions = needed.flatMap(({ ImpactedRegions }) => ImpactedRegions ?? []);
  return {
    trackingId: TrackingId ?? name,
    title: Title ?? '',
    startedAt: startOf(ImpactStartTime),
    services: [...new Set(needed.map(({ ImpactedService }) => ImpactedService ?? ''))],
    regions: [...new Set(regions.flatMap(({ ImpactedRegion }) => ImpactedRegion ?? []))],
    isZonal: /\bzone\b/i.test(Title ?? ''),
  };
}

/** The documents' samples convert a number of milliseconds; the REST API has ISO text. */
function startOf(time: string | number | null | undefined): Instant | null {
  const milliseconds = Number(time ?? Number.NaN);
  return Number.isNaN(milliseconds) ? parseInstant(String(time)) : instant(milliseconds);
}

/** The same by what their vaults report of their redundancy. */
const reachCountWire = z.looseObject({
  location: maybe(z.string()),
  redundancy: maybe(z.string()),
  crossRegion: maybe(z.string()),
  items: z.number(),
});

type ReachCountWire = z.infer<typeof reachCountWire>;

/** What vaults report of their redundancy, by their ids. */
const VAULTS = [
  "join kind=leftouter (resources | where type =~ 'microsoft.recoveryservices/vaults'",
  '| extend vaultId = tolower(id)',
  '| project vaultId, redundancy = tostring(properties.redundancySettings.standardTierStorageRedundancy), crossRegion = tostring(properties.redundancySettings.crossRegionRestore)) on vaultId',
].join(' ');

/**
 * Counts the VM backup instances of some regions by what their vaults report of other places with the same data: Resource Graph
 * counts. By region, each in the form of {@link regionName}.
 */
export async function countReach(
  arm: ArmPipelines,
  regions: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ReachCounts>> {
  const query = graphQuestion('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    where(inTexts('location', regions.map(regionName))),
    "extend vaultId = tostring(split(tolower(id), '/backupfabrics/')[0])",
    VAULTS,
    'summarize items = count() by location, redundancy, crossRegion',
  ]);
  return reachOf(await queryGraph(arm, reachCountWire, query, signal));
}

const NO_REACH: ReachCounts = { all: 0, secondary: 0, declared: 0, zones: 0, one: 0, unknown: 0 };

/** The rows put together, region by region. */
export function reachOf(rows: readonly ReachCountWire[]): ReadonlyMap<string, ReachCounts> {
  const counts = new Map<string, ReachCounts>();
  for (const row of rows) {
    const region = regionName(row.location ?? '');
    const before = counts.get(region) ?? NO_REACH;
    const kind = kindOf(row);
    const all = before.all + row.items;
    counts.set(region, { ...before, all, [kind]: before[kind] + row.items });
  }
  return counts;
}

/** Azure's words: `GeoRedundant`, `ReadAccessGeoZoneRedundant`, `ZoneRedundant`, `LocallyRedundant` and their like. */
function kindOf({ redundancy, crossRegion }: ReachCountWire): Exclude<keyof ReachCounts, 'all'> {
  const text = redundancy ?? '';
  if (/geo/i.test(text)) return /^enabled$/i.test(crossRegion ?? '') ? 'secondary' : 'declared';
  if (/zone/i.test(text)) return 'zones';
  return /local/i.test(text) ? 'one' : 'unknown';
}

/** How often Azure Service Health is read: it is a copy that lags by minutes. */
const EVERY_MS = 300_000;

/** The active issues of services that VMs and their backups need. */
export const serviceIssuesQuery = () =>
  queryOptions({
    queryKey: ['service issues'],
    queryFn: ({ signal }) => listServiceIssues(session(), signal),
    refetchInterval: () => readAgainIn(EVERY_MS),
  });

/** Where the VM backup instances of some regions can be restored, by what their vaults report; of no region nothing is read. */
export const reachQuery = (regions: readonly string[]) =>
  queryOptions({
    queryKey: ['reach of regions', ...regions],
    queryFn:
      regions.length === 0 ? skipToken : ({ signal }) => countReach(session(), regions, signal),
    refetchInterval: () => readAgainIn(EVERY_MS),
  });
