import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { objectIn } from '#src/mocks/json.ts';
import type { Prepared } from '#src/mocks/deployments/prepare.ts';
import type { TemplateTarget } from '#src/mocks/deployments/resources.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId, groupOf } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What a deployment would change (aftercare §1.6, S). */
export function whatIfResult(state: State, { group, targets, steps }: Prepared): object {
  const own = targets.map((target) => {
    const step = steps.find(({ resourceId }) => sameId(resourceId, target.id));
    return changeOf(state, target, step?.statusCode);
  });
  const others = idsIn(state, groupId(group)).filter(
    (id) => !targets.some((target) => sameId(target.id, id)),
  );
  const untouched = others.map((resourceId) => ({ resourceId, changeType: 'Ignore' }));
  return { status: 'Succeeded', properties: { changes: [...own, ...untouched] } };
}

/** What is known to be in a group already: its machines, disks, networks and accounts. */
function idsIn({ seed }: State, group: string): readonly string[] {
  const machines = 'near' in seed.machines ? [] : seed.machines.filter(({ exists }) => exists);
  const all = [...machines, ...(seed.looseDisks ?? []), ...seed.networks, ...seed.accounts];
  return all.map(({ id }) => id).filter((id) => sameId(groupOf(id), group));
}

/** A step that is refused, or never starts, is one that nothing is known of. */
function changeOf(state: State, target: TemplateTarget, statusCode: string | undefined): object {
  const { id: resourceId, type, name, apiVersion, body } = target;
  const after = { ...body, apiVersion, id: resourceId, type, name };
  if (statusCode === 'Created') return { resourceId, changeType: 'Create', after };
  if (statusCode !== 'OK') {
    return {
      resourceId,
      changeType: 'Unsupported',
      unsupportedReason: 'The change cannot be predicted: the resource would be rejected.',
    };
  }
  const machine = findMachine(state, resourceId);
  if (machine === undefined) return { resourceId, changeType: 'Deploy', after };
  const before: unknown = JSON.parse(JSON.stringify(machineWireOf(machine, false)));
  const delta = deltaOf('properties', objectIn(before)['properties'], body['properties']);
  return {
    resourceId,
    changeType: delta.length === 0 ? 'NoChange' : 'Modify',
    before,
    after,
    delta,
  };
}

/** Which of the wanted values differ from those that are there; what is not wanted stays. */
function deltaOf(path: string, before: unknown, after: unknown): readonly object[] {
  if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
  const isObject = typeof after === 'object' && after !== null && !Array.isArray(after);
  if (isObject && typeof before === 'object' && before !== null) {
    const there = objectIn(before);
    return Object.entries(after).flatMap(([key, value]) =>
      deltaOf(`${path}.${key}`, there[key], value),
    );
  }
  return before === undefined
    ? [{ path, propertyChangeType: 'Create', after }]
    : [{ path, propertyChangeType: 'Modify', before, after }];
}
