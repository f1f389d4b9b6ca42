import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { graphQuestion, queryGraph } from '#src/api/resource-graph/query.ts';
import { instant, type Instant, parseInstant } from '#src/lib/time.ts';
import type { ServiceIssue } from '#src/model/service-issue.ts';

/** A field that is nothing where Azure sends another kind of value: an event must not cost the others. */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);
const text = lenient(z.string());

/**
 * An event of Azure Service Health, type `microsoft.resourcehealth/events`, once for each subscription. The table, the
 * type, and `EventType`, `Status`, `Title`, `TrackingId` and `ImpactStartTime` are Azure's documentation (Azure Resource Graph
 * sample queries for Azure Service Health). The shape of `Impact`, and whether a time is text or a number, are guesses (G)
 * by the REST API of the same events (Resource Health, Events, 2024-02-01).
 */
export const serviceEventWire = z.looseObject({
  name: z.string(),
  properties: z.looseObject({
    TrackingId: text,
    Title: text,
    ImpactStartTime: lenient(z.union([z.string(), z.number()])),
    Impact: lenient(
      z.array(
        z.looseObject({
          ImpactedService: text,
          ImpactedRegions: lenient(z.array(z.looseObject({ ImpactedRegion: text }))),
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
