import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { inside, objectIn } from '#src/mocks/json.ts';
import type { MachineSeed, Model } from '#src/mocks/world/seed.ts';

/** The body of a machine: made whole, and what of it is kept. */

/** A body with the disks, NICs and size that the machine has where it names none. */
export function wholeBody(body: unknown, before: MachineSeed | undefined): Model {
  if (before === undefined) return objectIn(body);
  const present = machineWireOf(before, false).properties;
  const properties = inside(body, 'properties');
  return {
    ...objectIn(body),
    properties: {
      ...properties,
      hardwareProfile: { ...present.hardwareProfile, ...inside(properties, 'hardwareProfile') },
      networkProfile: { ...present.networkProfile, ...inside(properties, 'networkProfile') },
      storageProfile: { ...present.storageProfile, ...inside(properties, 'storageProfile') },
    },
  };
}

/** A body that changes a machine as `PATCH` says: keys that it does not name stay (2024-03-01). */
export function patchedBody(patch: unknown, before: MachineSeed): Model {
  const present = objectIn(machineWireOf(before, false));
  const { properties: _properties, ...top } = objectIn(patch);
  return {
    ...present,
    ...top,
    properties: { ...inside(present, 'properties'), ...inside(patch, 'properties') },
  };
}

/** What is kept of a body: without what Azure adds, what the machine's facts hold, and secrets. */
export function modelIn(body: Model): Model {
  const {
    id: _id,
    name: _name,
    type: _type,
    etag: _etag,
    location: _location,
    zones: _zones,
    resources: _resources,
    properties: _properties,
    ...kept
  } = body;
  const {
    instanceView: _view,
    provisioningState: _state,
    storageProfile: _storage,
    ...properties
  } = inside(body, 'properties');
  const {
    osDisk: _osDisk,
    dataDisks: _dataDisks,
    ...storage
  } = inside(inside(body, 'properties'), 'storageProfile');
  return {
    ...kept,
    properties: {
      ...properties,
      storageProfile: storage,
      ...(properties['osProfile'] === undefined
        ? {}
        : { osProfile: withoutSecrets(inside(properties, 'osProfile')) }),
    },
  };
}

/** A password never comes back (2024-03-01, OSProfile). */
function withoutSecrets({ adminPassword: _password, customData: _data, ...kept }: Model): Model {
  return kept;
}

/** The zone that a body names. */
export function zoneIn(body: unknown): MachineSeed['zone'] {
  const zones = objectIn(body)['zones'];
  const all = ['1', '2', '3'] as const;
  return Array.isArray(zones) ? all.find((zone) => zone === zones[0]) : undefined;
}
