import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  checkedValue,
  checkedValues,
  hasOneMachine,
  initialText,
  machineOfTemplate,
  NONE,
  withMachine,
} from '#src/model/template-values.ts';
import type { ParameterType, TemplateParameter } from '#src/model/template.ts';

const parameter = (
  type: ParameterType,
  more: Partial<TemplateParameter> = {},
): TemplateParameter => ({
  name: 'p',
  type,
  fallback: { kind: 'none' },
  allowed: null,
  description: null,
  place: { line: 1, column: 1 },
  ...more,
});

describe('the text of a parameter', () => {
  test.each([
    ['string', ' a b ', ' a b '],
    ['securestring', '12', '12'],
    ['int', ' -12 ', -12],
    ['bool', 'True', true],
    ['array', '[1, "a"]', [1, 'a']],
    ['object', '{"a": null}', { a: null }],
    ['secureobject', '{}', {}],
  ] as const)('of type %s: %j is a value', (type, text, value) => {
    expect(checkedValue(parameter(type), text)).toEqual({ kind: 'value', value });
  });

  test.each([
    ['string', '', 'missing'],
    ['int', '1.5', 'notInteger'],
    ['int', '9007199254740993', 'notInteger'],
    ['int', '1e3', 'notInteger'],
    ['bool', 'yes', 'notBool'],
    ['array', '{}', 'notArray'],
    ['object', '[]', 'notObject'],
    ['object', '{a: 1}', 'notObject'],
  ] as const)('of type %s: %j is none', (type, text, problem) => {
    expect(checkedValue(parameter(type), text)).toEqual({ kind: 'problem', problem });
  });

  test('has to be one of the allowed values, by type too', () => {
    const one = parameter('int', { allowed: [1, '2'] });
    expect(checkedValue(one, '1')).toEqual({ kind: 'value', value: 1 });
    expect(checkedValue(one, '2')).toEqual({ kind: 'problem', problem: 'notAllowed' });
  });

  test('that is the default is not sent, and an emptied text is', () => {
    const one = parameter('string', { fallback: { kind: 'value', value: 'subnet1' } });
    expect(checkedValue(one, 'subnet1')).toEqual({ kind: 'default' });
    expect(checkedValue(one, '')).toEqual({ kind: 'value', value: '' });
  });

  test('that is empty leaves an expression to Azure', () => {
    const one = parameter('string', { fallback: { kind: 'expression', text: '[x()]' } });
    expect([initialText(one), checkedValue(one, '')]).toEqual(['', { kind: 'default' }]);
  });
});

test('any default, shown and unchanged, is not sent', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const one = parameter('object', { fallback: { kind: 'value', value } });
      expect(checkedValue(one, initialText(one))).toEqual({ kind: 'default' });
    }),
  );
});

describe('a form', () => {
  const parameters = [
    parameter('string', { name: 'vmName' }),
    parameter('int', { name: 'count', fallback: { kind: 'value', value: 1 } }),
  ];

  test('sends what differs from the defaults, by names in any letter case', () => {
    expect(checkedValues(parameters, { VMNAME: 'a', count: '2', other: 'x' })).toEqual({
      kind: 'values',
      values: { vmName: 'a', count: 2 },
    });
  });

  test('tells each problem by the name of its parameter', () => {
    expect(checkedValues(parameters, { count: 'many' })).toEqual({
      kind: 'problems',
      problems: { vmName: 'missing', count: 'notInteger' },
    });
  });
});

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
