import { KqlError } from '#src/mocks/resource-graph/kql/expression.ts';
import type { Kind, Tables } from '#src/mocks/resource-graph/kql/run.ts';
import {
  backupVaults,
  diskInstances,
  diskJobs,
  disks,
  groups,
  interfaces,
  items,
  jobs,
  machines,
  serviceEvents,
  subscriptions,
  vaults,
} from '#src/mocks/resource-graph/readings.ts';
import {
  commonColumns,
  type Ended,
  endedAmong,
  kindOf,
  type Place,
  type PlaceOf,
  resourceColumns,
  type ResourceRow,
} from '#src/mocks/resource-graph/rows.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { allJobs } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

interface Scope {
  readonly state: State;
  readonly now: number;
  /** Ids of subscriptions; none means all. */
  readonly subscriptions: readonly string[];
}

/** The tables of Resource Graph as a person sees them (azure-contract §1). */
export function tablesOf({ state, now, subscriptions: wanted }: Scope): Tables<ResourceRow> {
  const scope = new Set(wanted.map((id) => id.toLowerCase()));
  const lasting = lastingKinds(state);
  return {
    now,
    ...(scope.size > 0 && {
      isInScope: (row: ResourceRow) => scope.has(row.subscriptionId.toLowerCase()),
    }),
    numberOf: ({ number }) => number,
    table: (name) => {
      switch (name.toLowerCase()) {
        case 'recoveryservicesresources':
          return {
            columns: commonColumns,
            kinds: [
              lasting.items,
              kindOf(
                jobs(state, now, () => lasting.ended(now)),
                lasting.placeOf,
              ),
              lasting.disks,
              kindOf(diskJobs(state, now), lasting.placeOf),
            ],
          };
        case 'resources':
          return { columns: resourceColumns, kinds: lasting.resources };
        case 'servicehealthresources':
          return { columns: commonColumns, kinds: [lasting.events] };
        case 'resourcecontainers':
          return { columns: commonColumns, kinds: lasting.containers };
        default:
          throw new KqlError('DisallowedLogicalTableName', `Table ${name} is invalid.`);
      }
    },
  };
}

interface LastingKinds {
  readonly placeOf: PlaceOf;
  readonly items: Kind<ResourceRow>;
  readonly disks: Kind<ResourceRow>;
  readonly events: Kind<ResourceRow>;
  readonly resources: readonly Kind<ResourceRow>[];
  readonly containers: readonly Kind<ResourceRow>[];
  /** Jobs that have come to their ends by a moment. */
  readonly ended: (now: number) => Ended<JobPlan>;
}

const lastingByState = new WeakMap<State, LastingKinds>();

/** What stays the same for as long as nothing is done to the world. */
function lastingKinds(state: State): LastingKinds {
  const known = lastingByState.get(state);
  if (known !== undefined) return known;
  const placeOf = placesOf(state);
  const made = {
    placeOf,
    items: kindOf(items(state), placeOf),
    disks: kindOf(diskInstances(state), placeOf),
    events: kindOf(serviceEvents(state), placeOf),
    resources: [
      kindOf(vaults(state), placeOf),
      kindOf(machines(state, 'arm'), placeOf),
      kindOf(machines(state, 'classic'), placeOf),
      kindOf(backupVaults(state), placeOf),
      kindOf(disks(state), placeOf),
      kindOf(interfaces(state), placeOf),
    ],
    ended: endedAmong(() => [...allJobs(state)]),
    containers: [kindOf(subscriptions(state), placeOf), kindOf(groups(state), placeOf)],
  };
  lastingByState.set(state, made);
  return made;
}

/** Places by id, of groups and of all that lies in them. */
function placesOf(state: State): PlaceOf {
  const known = new Map<string, Place>();
  return (id) => {
    const end = id.indexOf('/providers/');
    const key = end < 0 ? id : id.slice(0, end);
    const found = known.get(key);
    if (found !== undefined) return found;
    const [, , subscriptionId = '', , group = ''] = key.split('/');
    const tenant = state.seed.subscriptions.find((one) =>
      sameId(one.subscriptionId, subscriptionId),
    );
    const place = {
      subscriptionId,
      resourceGroup: group.toLowerCase(),
      tenantId: tenant?.tenantId ?? '',
    };
    known.set(key, place);
    return place;
  };
}
