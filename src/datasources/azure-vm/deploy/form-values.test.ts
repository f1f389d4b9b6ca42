import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkedForm,
  type DeployValues,
  keyOf,
  NO_VALUES,
  templateIn,
  typedText,
  withTyped,
} from '#src/datasources/azure-vm/deploy/form-values.ts';

const textOf = (parameters: object): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters,
    resources: [],
  });
const onPage = (parameters: object): DeployValues => ({
  ...NO_VALUES,
  reader: 'page',
  text: textOf(parameters),
});
const sizes = { count: { type: 'int', defaultValue: 2 }, Name: { type: 'string' } };

describe('what was typed', () => {
  test('is sent by the names and types of the template', () => {
    const values = { ...onPage(sizes), typed: [['NAME', 'vm1'] as const, ['count', '3'] as const] };
    expect(checkedForm(values, 'rg')).toEqual({
      kind: 'values',
      values: { count: 3, Name: 'vm1' },
    });
  });

  test('is checked', () => {
    const values = { ...onPage(sizes), typed: [['count', 'three'] as const] };
    expect(checkedForm(values, 'rg')).toMatchObject({
      kind: 'missing',
      problems: { count: 'notInteger', Name: 'missing' },
    });
  });

  test('stays when the template becomes another one, and a new default shows where nothing was typed', () => {
    const before = { ...onPage(sizes), typed: [['name', 'vm1'] as const] };
    const after = {
      ...before,
      text: textOf({ ...sizes, count: { type: 'int', defaultValue: 9 } }),
    };
    const texts = templateIn(after).parameters.map((one) => typedText(after, one));
    expect(texts).toEqual(['9', 'vm1']);
  });

  test('replaces what was typed before, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, first, second) => {
        const once = { ...NO_VALUES, ...withTyped(NO_VALUES, { [name]: first }) };
        const { typed } = withTyped(once, { [name]: second });
        expect(typed).toEqual([[name, second]]);
      }),
    );
  });
});

describe('the key of a validation', () => {
  const values = { ...onPage(sizes), typed: [['a', '1'] as const, ['b', '2'] as const] };

  test('is the same for the same values in another order', () => {
    const turned = { ...values, typed: values.typed.toReversed() };
    expect(keyOf(turned, 'rg')).toBe(keyOf(values, 'rg'));
  });

  test.each([
    ['a value', { ...values, typed: [['a', '1'] as const] }, 'rg'],
    ['the resource group', values, 'rg2'],
    ['the text', { ...values, text: textOf({}) }, 'rg'],
    ['who reads it', { ...values, reader: 'azure' as const }, 'rg'],
  ])('changes with %s', (_, other, group) => {
    expect(keyOf(other, group)).not.toBe(keyOf(values, 'rg'));
  });

  test('leaves out a text that Azure isn’t given', () => {
    const azure = { ...values, reader: 'azure' as const };
    expect(keyOf({ ...azure, text: 'x' }, 'rg')).toBe(keyOf(azure, 'rg'));
  });
});

test('a template that Azure reads has the seven parameters that are known', () => {
  expect(templateIn(NO_VALUES).parameters.map(({ name }) => name)).toHaveLength(7);
  expect(checkedForm(NO_VALUES, ' ')).toEqual({
    kind: 'missing',
    isTextBroken: false,
    isGroupMissing: true,
    problems: { virtualMachineName: 'missing' },
  });
});

test.each([null, '', 'not JSON', '[]', '{"a": [1, }', '"text"'])(
  'nothing is sent for a template of %j',
  (text) => {
    expect(checkedForm({ ...NO_VALUES, reader: 'file', text }, 'rg').kind).toBe('missing');
  },
);
