import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { InstanceSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { byId, changed } from '#src/mocks/world/find-thing.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A machine that a vault shall protect, no longer back up, or undelete; it does when the job has succeeded. */
export interface Protection {
  readonly plan: JobPlan;
  readonly instance: InstanceSeed;
  readonly seq: number;
}

/** A protection whose job has succeeded, with the moment of that. */
export interface Protected extends Protection {
  readonly atMs: number;
}

/** A world with the machines that are protected by now: what came last counts, points stay. */
export function withProtections(
  seed: WorldSeed,
  done: readonly Protected[],
  isThere: (id: string, since: Protected) => boolean,
): WorldSeed {
  const here = done.filter((one) => isThere(one.instance.id, one));
  if (here.length === 0) return seed;
  const { instances } = seed;
  const lastOf = (id: string) => here.findLast(({ instance }) => sameId(instance.id, id));
  const change = (one: InstanceSeed): InstanceSeed => {
    const last = lastOf(one.id);
    if (last === undefined) return one;
    const { policyName } = last.instance;
    const protectionState = stateAfter(one, last.instance);
    const { softDeleted, ...kept } = byId(instances, one.id) ?? one;
    const isDeleted = softDeleted !== undefined && !here.some(isUndeletionOf(one.id));
    return {
      ...kept,
      ...(isDeleted ? { softDeleted } : {}),
      policyName,
      protectionState,
    };
  };
  const added = here.filter(
    (one) => byId(instances, one.instance.id) === undefined && lastOf(one.instance.id) === one,
  );
  return {
    ...seed,
    instances: changed(instances, { change, added: added.map(({ instance }) => instance) }),
  };
}

const isUndeletionOf =
  (id: string) =>
  ({ plan, instance }: Protected): boolean =>
    plan.operation === 'Undelete' && sameId(instance.id, id);

/** A policy lets one go on that was stopped. */
function stateAfter(one: InstanceSeed, wanted: InstanceSeed): InstanceSeed['protectionState'] {
  if (wanted.protectionState === 'ProtectionStopped') return 'ProtectionStopped';
  return one.protectionState === 'ProtectionStopped' ? 'Protected' : one.protectionState;
}
