import type { MachineWire } from '#src/api/compute/machines.ts';
import { encryptionSetOf } from '#src/mocks/compute/disks.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { inside, objectIn } from '#src/mocks/json.ts';
import { cardIdsOf } from '#src/mocks/network/cards.ts';
import { groupListPath, listRoutes, resourceIn } from '#src/mocks/resource-lists.ts';
import { ok, param, type Route, route } from '#src/mocks/service.ts';
import { keyVaultIdOf } from '#src/mocks/supporting/key-vaults.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, hash32, principalIdOf, vmIdOf } from '#src/mocks/world/ids.ts';
import { findMachine, machinesOf } from '#src/mocks/world/lookup.ts';
import { diskIdOf, homeOf } from '#src/mocks/world/made-things.ts';
import { powerStateOf } from '#src/mocks/world/changes.ts';
import type { DiskSeed, MachineSeed, Model } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A virtual machine of 2024-03-01 (azure-contract §14), with its state only on request. */
export function machineWireOf(machine: MachineSeed, hasView: boolean): MachineWire {
  const { tags, plan, ...model } = machine.model ?? modelOf(machine);
  const { properties } = model;
  return {
    ...model,
    ...(tags === undefined ? {} : { tags: textsOf(tags) }),
    ...(plan === undefined ? {} : { plan }),
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

/** What a machine says of itself that no request wrote. */
function modelOf(machine: MachineSeed): Model {
  return {
    ...(machine.tags === undefined ? {} : { tags: machine.tags }),
    properties: {
      storageProfile: { imageReference: imageOf(machine) },
      osProfile: osProfileOf(machine),
      // These are written only where they are used.
      ...(machine.licenseType === undefined ? {} : { licenseType: machine.licenseType }),
      ...(machine.encryptionAtHost === true ? { securityProfile: { encryptionAtHost: true } } : {}),
      ...(machine.availabilitySet === undefined
        ? {}
        : {
            availabilitySet: {
              id: `${groupOf(machine.id)}/providers/Microsoft.Compute/availabilitySets/${machine.availabilitySet}`,
            },
          }),
    },
  };
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

function machineRoute(provider: 'Compute' | 'ClassicCompute'): Route {
  const type = `Microsoft.${provider}/virtualMachines`;
  return route.get(
    provider === 'Compute' ? 'virtualMachines.get' : 'classicMachines.get',
    `${groupListPath(type)}/{name}`,
    (call) => {
      const machine = findMachine(call.state, resourceIn(call, type));
      const hasView = call.request.url.searchParams.get('$expand') === 'instanceView';
      return machine?.exists === true
        ? ok(machineWireOf(machine, hasView))
        : resourceNotFound(type, param(call, 'name'), param(call, 'rg'));
    },
  );
}

const reading = {
  thingsOf: (state: State, subscriptionId: string) =>
    [...machinesOf(state, subscriptionId)].filter((one) => one.exists && one.deployment === 'arm'),
  wireOf: (machine: MachineSeed) => machineWireOf(machine, false),
};

/** A classic machine is answered in the same shape; its own would differ (G). */
export const machineRoutes: readonly Route[] = [
  machineRoute('Compute'),
  machineRoute('ClassicCompute'),
  ...listRoutes(
    ['virtualMachines.list', 'virtualMachines.listByGroup'],
    'Microsoft.Compute/virtualMachines',
    reading,
  ),
];
