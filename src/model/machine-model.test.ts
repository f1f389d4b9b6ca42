import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  freeLun,
  machineFromDisks,
  type MachineModel,
  withDataDisk,
  withOsDisk,
  withoutDataDisk,
} from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Keys that the product does not know, with whatever values: they must come through. */
const unknownKeys = fc.dictionary(
  fc.string().map((key) => `x-${key}`),
  fc.jsonValue(),
  { maxKeys: 4 },
);
const idOf = (name: string) => resourceId(`/subscriptions/s/resourceGroups/g/disks/${name}`);
const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const entry = fc
  .record({ name: names, lun: fc.nat(63), more: unknownKeys })
  .map(({ name, lun, more }) => ({
    ...more,
    name,
    lun,
    managedDisk: { ...more, id: idOf(name) },
  }));

const machines: fc.Arbitrary<MachineModel> = fc
  .record({
    top: unknownKeys,
    properties: unknownKeys,
    profile: unknownKeys,
    osDisk: entry,
    dataDisks: fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 4 }),
  })
  .map(({ top, properties, profile, osDisk, dataDisks }) => ({
    ...top,
    location: 'westeurope',
    properties: { ...properties, storageProfile: { ...profile, osDisk, dataDisks } },
  }));

const disksOf = (machine: MachineModel) => machine.properties.storageProfile?.dataDisks ?? [];
/** A machine without what the changes are about. */
const restOf = (machine: MachineModel, key: 'osDisk' | 'dataDisks') => ({
  ...machine,
  properties: {
    ...machine.properties,
    storageProfile: { ...machine.properties.storageProfile, [key]: null },
  },
});

describe('a machine’s data disks', () => {
  test('change by the one that is attached, and nothing else does', () => {
    fc.assert(
      fc.property(machines, fc.nat(63), (machine, lun) => {
        const diskId = idOf('new');
        const after = withDataDisk(machine, { diskId, lun, caching: 'ReadOnly' });
        expect(restOf(after, 'dataDisks')).toEqual(restOf(machine, 'dataDisks'));
        expect(disksOf(after).slice(0, -1)).toEqual(disksOf(machine));
        expect(disksOf(after).at(-1)).toEqual({
          lun,
          createOption: 'Attach',
          caching: 'ReadOnly',
          managedDisk: { id: diskId },
        });
      }),
    );
  });

  test('are as before once what was attached is detached, in whatever letters', () => {
    fc.assert(
      fc.property(machines, fc.nat(63), (machine, lun) => {
        const diskId = idOf('new');
        const attached = withDataDisk(machine, { diskId, lun });
        const after = withoutDataDisk(attached, resourceId(diskId.toUpperCase()));
        expect(after).toEqual(machine);
      }),
    );
  });

  test('stay where a disk is detached that is not attached', () => {
    fc.assert(
      fc.property(machines, (machine) => {
        expect(withoutDataDisk(machine, idOf('lost'))).toBe(machine);
      }),
    );
  });

  test('are not attached twice', () => {
    fc.assert(
      fc.property(machines, names, fc.nat(63), (machine, name, lun) => {
        const after = withDataDisk(machine, { diskId: idOf(name), lun });
        const ids = disksOf(after).map(({ managedDisk }) => managedDisk?.id);
        expect(ids.filter((id) => id === idOf(name))).toHaveLength(1);
      }),
    );
  });

  test('get the lowest number that is free', () => {
    fc.assert(
      fc.property(machines, (machine) => {
        const taken = disksOf(machine).map(({ lun }) => lun);
        const lun = freeLun(machine) ?? -1;
        expect(taken).not.toContain(lun);
        for (let lower = 0; lower < lun; lower += 1) expect(taken).toContain(lower);
      }),
    );
  });

  test('have no number left where all are taken', () => {
    const dataDisks = Array.from({ length: 64 }, (_, lun) => ({ lun }));
    const machine = { location: 'x', properties: { storageProfile: { dataDisks } } };
    expect(freeLun(machine)).toBeNull();
    expect(freeLun({ location: 'x', properties: {} })).toBe(0);
  });
});

test('an OS disk is swapped by its name and ID, and all else stays', () => {
  fc.assert(
    fc.property(machines, (machine) => {
      const disk = { diskId: idOf('new'), name: 'new' };
      const before = machine.properties.storageProfile?.osDisk;
      const after = withOsDisk(machine, disk);
      expect(restOf(after, 'osDisk')).toEqual(restOf(machine, 'osDisk'));
      expect(after.properties.storageProfile?.osDisk).toEqual({
        ...before,
        name: 'new',
        managedDisk: { ...before?.managedDisk, id: disk.diskId },
      });
    }),
  );
});

test('a swapped OS disk leaves out the old disk’s size and kind', () => {
  const osDisk = {
    name: 'old',
    createOption: 'FromImage',
    diskSizeGB: 30,
    managedDisk: { id: idOf('old'), storageAccountType: 'Premium_LRS' },
  };
  const machine = { location: 'x', properties: { storageProfile: { osDisk } } };
  const after = withOsDisk(machine, { diskId: idOf('new'), name: 'new' });
  expect(after.properties.storageProfile?.osDisk).toEqual({
    name: 'new',
    createOption: 'FromImage',
    managedDisk: { id: idOf('new') },
  });
});

describe('a machine of disks', () => {
  const least = {
    region: 'westeurope',
    zone: null,
    size: 'Standard_D2s_v5',
    osType: 'Linux',
    osDiskId: idOf('os'),
    dataDisks: [],
    nicIds: [resourceId('/nic-1'), resourceId('/nic-2')],
  } as const;

  test('attaches them, and has neither a profile of its system nor an image', () => {
    const body = machineFromDisks({
      ...least,
      dataDisks: [{ diskId: idOf('data'), lun: 3, caching: 'None' }],
    });
    expect(body).toEqual({
      location: 'westeurope',
      properties: {
        hardwareProfile: { vmSize: 'Standard_D2s_v5' },
        storageProfile: {
          osDisk: { createOption: 'Attach', osType: 'Linux', managedDisk: { id: idOf('os') } },
          dataDisks: [
            { lun: 3, createOption: 'Attach', caching: 'None', managedDisk: { id: idOf('data') } },
          ],
        },
        networkProfile: {
          networkInterfaces: [
            { id: '/nic-1', properties: { primary: true } },
            { id: '/nic-2', properties: { primary: false } },
          ],
        },
      },
    });
  });

  test('has what else is wanted of it', () => {
    const plan = { name: 'a', publisher: 'b', product: 'c' };
    const body = machineFromDisks({
      ...least,
      zone: '2',
      availabilitySetId: resourceId('/set'),
      licenseType: 'Windows_Server',
      plan,
      tags: { owner: 'night' },
      hasBootDiagnostics: true,
    });
    expect(body).toMatchObject({
      zones: ['2'],
      plan,
      tags: { owner: 'night' },
      properties: {
        availabilitySet: { id: '/set' },
        licenseType: 'Windows_Server',
        diagnosticsProfile: { bootDiagnostics: { enabled: true } },
      },
    });
  });
});

test('a NIC has an address that Azure chooses, or one that stays', () => {
  const wanted = { region: 'westeurope', subnetId: resourceId('/subnet'), address: null };
  const first = (body: ReturnType<typeof nicBody>) => body.properties.ipConfigurations?.[0];
  expect(first(nicBody(wanted))).toMatchObject({
    properties: { subnet: { id: '/subnet' }, privateIPAllocationMethod: 'Dynamic' },
  });
  expect(first(nicBody({ ...wanted, address: '10.0.0.4' }))).toMatchObject({
    properties: { privateIPAllocationMethod: 'Static', privateIPAddress: '10.0.0.4' },
  });
  const more = { publicAddressId: resourceId('/ip'), securityGroupId: resourceId('/nsg') };
  expect(nicBody({ ...wanted, ...more })).toMatchObject({
    properties: {
      ipConfigurations: [{ properties: { publicIPAddress: { id: '/ip' } } }],
      networkSecurityGroup: { id: '/nsg' },
    },
  });
});
