import { regionNamed } from '#src/mocks/resources/locations.ts';
import type { Reading } from '#src/mocks/resource-graph/rows.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import { seedMs } from '#src/mocks/world/us-text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

interface ServiceEvent {
  readonly id: string;
  readonly region: string;
  readonly zone: string | undefined;
}

/** How long before the world's start the outages start. */
const BEFORE_MS = 25 * 60_000;

/**
 * What is down in the world, as Azure Service Health reports it to each subscription. The shape of `Impact`, and that a
 * zone stands in the title alone, are guesses (G).
 */
export function serviceEvents(state: State): Reading<ServiceEvent> {
  const { outages = [], subscriptions, startsAt } = state.seed;
  const events = subscriptions.flatMap(({ subscriptionId }) =>
    outages.map(({ region, zone }, index) => ({
      id: `/subscriptions/${subscriptionId}/providers/Microsoft.ResourceHealth/events/SIM${String(index)}-0DC`,
      region: regionNamed(state.seed, region)?.displayName ?? region,
      zone,
    })),
  );
  return {
    type: 'microsoft.resourcehealth/events',
    things: () => events,
    find: (id) => events.find((event) => sameId(event.id, id)),
    id: ({ id }) => id,
    location: () => 'global',
    properties: ({ id, region, zone }) => ({
      EventType: 'ServiceIssue',
      Status: 'Active',
      TrackingId: nameOf(id),
      Title:
        zone === undefined
          ? `Virtual Machines and Storage unavailable in ${region}`
          : `Virtual Machines unavailable in Availability Zone ${zone} of ${region}`,
      ImpactStartTime: sevenDecimals(seedMs(startsAt) - BEFORE_MS),
      Impact: [
        {
          ImpactedService: 'Virtual Machines',
          ImpactedRegions: [{ ImpactedRegion: region, Status: 'Active' }],
        },
      ],
    }),
  };
}
