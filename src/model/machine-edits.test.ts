import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOneMachine, machineOfTemplate, NONE, withMachine } from '#src/model/template-values.ts';

const machine = {
  type: 'Microsoft.Compute/virtualMachines',
  name: "[parameters('virtualMachineName')]",
  apiVersion: '2024-03-01',
  zones: ['1'],
  properties: {
    hardwareProfile: { vmSize: 'Standard_D2s_v5', other: 1 },
    storageProfile: { osDisk: { createOption: 'Attach' } },
    licenseType: 'Windows_Server',
  },
};
const template = { $schema: 's', resources: [{ type: 'x/y', name: 'a' }, machine] };
const unchanged = { size: null, licenseType: null, zone: null, availabilitySet: null };

test('reads what the VM has', () => {
  expect(hasOneMachine(template)).toBe(true);
  expect(machineOfTemplate(template)).toEqual({
    size: 'Standard_D2s_v5',
    licenseType: 'Windows_Server',
    zone: '1',
    availabilitySet: null,
  });
});

test('changes the VM alone, and in it only what was chosen', () => {
  const edits = { ...unchanged, size: 'Standard_E4s_v5', licenseType: NONE, zone: '2' };
  expect(withMachine(template, edits)).toEqual({
    ...template,
    resources: [
      template.resources[0],
      {
        ...machine,
        zones: ['2'],
        properties: {
          hardwareProfile: { vmSize: 'Standard_E4s_v5', other: 1 },
          storageProfile: machine.properties.storageProfile,
        },
      },
    ],
  });
});

test('puts a VM into an availability set and takes it out of its zone', () => {
  const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/availabilitySets/a';
  const edited = withMachine(template, { ...unchanged, availabilitySet: id, zone: NONE });
  expect(machineOfTemplate(edited)).toEqual({
    size: 'Standard_D2s_v5',
    licenseType: 'Windows_Server',
    zone: null,
    availabilitySet: id,
  });
});

test('without a choice a template stays as it is, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.constant(template)), (any) => {
      expect(withMachine(any, unchanged)).toEqual(any);
    }),
  );
});

test.each([
  ['no resources', { $schema: 's' }],
  ['two VMs', { resources: [machine, machine] }],
  ['no object', 'text'],
])('%s is no template with one VM', (_, other) => {
  expect(hasOneMachine(other)).toBe(false);
});
