import type { MachineWire } from '#src/api/compute/machines.ts';
import { collection } from '#src/mocks/collection.ts';
import { encryptionSetOf } from '#src/mocks/compute/disks.ts';
import { inside, objectIn } from '#src/mocks/json.ts';
import { cardIdsOf } from '#src/mocks/network/cards.ts';
import { keyVaultIdOf } from '#src/mocks/key-vaults.ts';
import type { Route } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, hash32, principalIdOf, vmIdOf } from '#src/mocks/world/ids.ts';
import { findMachine, machinesOf } from '#src/mocks/world/lookup.ts';
import { diskIdOf, homeOf } from '#src/mocks/world/made-things.ts';
import { powerStateOf } from '#src/mocks/world/changes.ts';
import type { DiskSeed, MachineSeed, Model } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const setType = 'Microsoft.Compute/availabilitySets';

/** A virtual machine of 2024-03-01 (azure-contract §14), with its state only on request. */
export function machineWireOf(machine: MachineSeed, hasView: boolean): MachineWire {
  const { tags, plan, ...model } = machine.model ?? modelOf(machine);
  const { properties } = model;
  return {
    ...model,
    ...(tags === undefined ? {} : { tags: textsOf(tags) }),
    ...(plan === undefined ? {} : { plan: objectIn(plan) }),
    id: machine.id,
    name: nameOf(machine.id),
    type: `Microsoft.${machine.deployment === 'classic' ? 'ClassicCompute' : 'Compute'}/virtualMachines`,
    location: machine.location,
    etag: etagOf(machine),
    ...(machine.zone === undefined ? {} : { zones: [machine.zone] }),
    ...identityOf(machine),
    ...extensionsOf(machine),
    properties: {
      ...objectIn(properties),
      vmId: vmIdOf(machine),
      ...(machine.createdAtMs === undefined
        ? {}
        : { timeCreated: sevenDecimals(machine.createdAtMs) }),
      provisioningState: machine.writeState ?? 'Succeeded',
      hardwareProfile: { ...inside(properties, 'hardwareProfile'), vmSize: machine.size },
      storageProfile: {
        ...inside(properties, 'storageProfile'),
        ...disksOf(machine),
      },
      networkProfile: {
        networkInterfaces: cardIdsOf(machine).map((id) => ({ id })),
        ...inside(properties, 'networkProfile'),
      },
      ...(hasView ? { instanceView: { statuses: statusesOf(machine) } } : {}),
    },
  };
}

const textsOf = (tags: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(objectIn(tags)).map(([name, value]) => [name, String(value)]));

/** The disks of a machine, the OS disk by itself. */
function disksOf(machine: MachineSeed) {
  const osDisk = machine.disks.find(({ lun }) => lun === -1);
  return {
    ...(osDisk === undefined
      ? {}
      : { osDisk: { osType: machine.osType, ...diskOf(machine, osDisk) } }),
    dataDisks: machine.disks
      .filter(({ lun }) => lun >= 0)
      .map((disk) => ({ lun: disk.lun, ...diskOf(machine, disk) })),
  };
}

/** The plan of an image that a world names no more of. */
const PLAN = { name: 'plan', publisher: 'contoso', product: 'appliance' };

/** What a machine says of itself that no request wrote. */
function modelOf(machine: MachineSeed): Model {
  return {
    ...(machine.tags === undefined ? {} : { tags: machine.tags }),
    ...(machine.hasPlan === true ? { plan: PLAN } : {}),
    properties: {
      storageProfile: { imageReference: imageOf(machine) },
      osProfile: osProfileOf(machine),
      // These are written only where they are used.
      ...(machine.licenseType === undefined ? {} : { licenseType: machine.licenseType }),
      ...securityOf(machine),
      ...(machine.canUseUltraDisks === true
        ? { additionalCapabilities: { ultraSSDEnabled: true } }
        : {}),
      ...(machine.hasBootDiagnostics === true
        ? { diagnosticsProfile: { bootDiagnostics: { enabled: true } } }
        : {}),
      ...(machine.availabilitySet === undefined
        ? {}
        : {
            availabilitySet: {
              id: `${groupOf(machine.id)}/providers/${setType}/${machine.availabilitySet}`,
            },
          }),
    },
  };
}

/** Whether a machine may have Ultra disks. */
export const canUseUltra = (machine: MachineSeed): boolean =>
  machineWireOf(machine, false).properties.additionalCapabilities?.ultraSSDEnabled === true;

function securityOf({ encryptionAtHost, securityType }: MachineSeed): object {
  const profile = {
    ...(encryptionAtHost === true ? { encryptionAtHost } : {}),
    ...(securityType === undefined
      ? {}
      : { securityType, uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } }),
  };
  return Object.keys(profile).length === 0 ? {} : { securityProfile: profile };
}

/** Changes whenever the machine does, and with nothing else (2024-03-01, `etag`). */
export function etagOf(machine: MachineSeed): string {
  const { id, size, disks, cardIds, model, licenseType, extensions } = machine;
  return `"${hash32(JSON.stringify([id, size, disks, cardIds, model, licenseType, extensions]))}"`;
}

/** Azure makes the principal of a machine's own identity. */
function identityOf({ id, hasUserIdentity, model }: MachineSeed): object {
  const written = objectIn(model?.['identity']);
  const type = typeof written['type'] === 'string' ? written['type'] : null;
  if (type === null) return hasUserIdentity === true ? { identity: { type: 'UserAssigned' } } : {};
  const own = /SystemAssigned/i.test(type) ? { principalId: principalIdOf(id) } : {};
  return { identity: { ...written, ...own } };
}

/** A machine without extensions leaves the list out (G). */
function extensionsOf({ id, extensions }: MachineSeed): object {
  if (extensions === undefined) return {};
  return {
    resources: extensions.map((name) => ({
      id: `${id}/extensions/${name}`,
      name,
      type: 'Microsoft.Compute/virtualMachines/extensions',
    })),
  };
}

function imageOf(machine: MachineSeed) {
  if (machine.isFromCustomImage === true) {
    return { id: `${groupOf(machine.id)}/providers/Microsoft.Compute/images/golden` };
  }
  return machine.osType === 'Windows'
    ? { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2022-datacenter' }
    : { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server' };
}

function osProfileOf(machine: MachineSeed) {
  const vault = keyVaultIdOf(machine.id);
  return {
    computerName: nameOf(machine.id),
    secrets:
      machine.hasKeyVaultLink === true
        ? [{ sourceVault: { id: vault }, vaultCertificates: [] }]
        : [],
  };
}

/** `OSState/generalized` stands beside the states of provisioning and power (G). */
function statusesOf(machine: MachineSeed) {
  return [
    {
      code: `ProvisioningState/${(machine.writeState ?? 'Succeeded').toLowerCase()}`,
      level: 'Info',
    },
    ...(machine.isGeneralized ? [{ code: 'OSState/generalized', level: 'Info' }] : []),
    { code: `PowerState/${powerStateOf(machine)}`, level: 'Info' },
  ];
}

/** Unmanaged disks are blobs: they have `vhd` and no `managedDisk`. */
function diskOf(machine: MachineSeed, disk: DiskSeed) {
  const { name, sizeGiB, sku, attachment } = disk;
  const home = homeOf(machine, disk);
  const encryptionSet = { id: encryptionSetOf(home) };
  return {
    ...attachment,
    name,
    diskSizeGB: sizeGiB,
    ...(machine.isManaged
      ? {
          managedDisk: {
            id: diskIdOf(machine, disk),
            storageAccountType: sku,
            ...(home.encryption === 'CMK' ? { diskEncryptionSet: encryptionSet } : {}),
          },
        }
      : { vhd: { uri: `https://vhds.blob.core.windows.net/vhds/${name}.vhd` } }),
  };
}

/** The machine of an id that is there. */
export function machineThere(state: State, id: string): MachineSeed | undefined {
  const machine = findMachine(state, id);
  return machine?.exists === true ? machine : undefined;
}

/** The machines of a subscription that Azure Resource Manager lists. */
export const listedMachines = (state: State, subscriptionId: string): readonly MachineSeed[] =>
  [...machinesOf(state, subscriptionId)].filter((one) => one.exists && one.deployment === 'arm');

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

/** An availability set with the machines that are in it; it stays when they are deleted. */
export interface AvailabilitySet {
  readonly id: string;
  readonly location: string;
  readonly machines: readonly MachineSeed[];
}

/** The id of the set in which a machine is, beside it in its group; null: in none. */
const setIdOf = ({ id, availabilitySet }: MachineSeed): string | null =>
  availabilitySet === undefined ? null : `${groupOf(id)}/providers/${setType}/${availabilitySet}`;

/** The availability sets of a subscription. */
function availabilitySetsOf(state: State, subscriptionId: string): AvailabilitySet[] {
  const byFold = new Map<string, AvailabilitySet>();
  for (const machine of machinesOf(state, subscriptionId)) {
    const id = setIdOf(machine);
    if (id === null) continue;
    const known = byFold.get(id.toLowerCase());
    const machines = [...(known?.machines ?? []), ...(machine.exists ? [machine] : [])];
    byFold.set(id.toLowerCase(), {
      id: known?.id ?? id,
      location: known?.location ?? machine.location,
      machines,
    });
  }
  return [...byFold.values()];
}

/** The availability set of an id; undefined: there is none. */
export const findAvailabilitySet = (state: State, id: string): AvailabilitySet | undefined =>
  availabilitySetsOf(state, id.split('/')[2] ?? '').find((one) => sameId(one.id, id));

/** An availability set for managed disks (2024-03-01; its domains G). */
const setWireOf = ({ id, location, machines }: AvailabilitySet) => ({
  id,
  name: nameOf(id),
  type: setType,
  location,
  sku: { name: 'Aligned' },
  properties: {
    platformFaultDomainCount: 2,
    platformUpdateDomainCount: 5,
    virtualMachines: machines.map((machine) => ({ id: machine.id })),
  },
});

export const availabilitySetRoutes: readonly Route[] = collection({
  type: setType,
  name: 'availabilitySets',
  list: availabilitySetsOf,
  wireOf: setWireOf,
});
