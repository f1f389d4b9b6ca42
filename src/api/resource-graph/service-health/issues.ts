import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import {
  serviceEventWire,
  type ServiceEventWire,
} from '#src/api/resource-graph/service-health/wire.ts';
import { type Instant, instant, parseInstant } from '#src/lib/time.ts';
import type { ServiceIssue } from '#src/model/service-issue.ts';

const QUERY = question('servicehealthresources', [
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
