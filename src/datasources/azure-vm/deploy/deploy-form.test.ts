import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changeForm,
  checkedForm,
  deployKey,
  type DeployValues,
  formOf,
  MOST_STORED,
  NO_VALUES,
  onForms,
  templateIn,
  typedText,
  withTyped,
} from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';

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
    expect(deployKey(turned, 'rg')).toBe(deployKey(values, 'rg'));
  });

  test.each([
    ['a value', { ...values, typed: [['a', '1'] as const] }, 'rg'],
    ['the resource group', values, 'rg2'],
    ['the text', { ...values, text: textOf({}) }, 'rg'],
    ['who reads it', { ...values, reader: 'azure' as const }, 'rg'],
  ])('changes with %s', (_, other, group) => {
    expect(deployKey(other, group)).not.toBe(deployKey(values, 'rg'));
  });

  test('leaves out a text that Azure isn’t given', () => {
    const azure = { ...values, reader: 'azure' as const };
    expect(deployKey({ ...azure, text: 'x' }, 'rg')).toBe(deployKey(azure, 'rg'));
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

const job = '/subscriptions/s/x/backupJobs/1';
const storage = freshStorage();
beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: () => 0, removeEventListener: () => 0 });
});

describe('what was typed', () => {
  test('is there after a reload, for this job alone and in any letter case', () => {
    changeForm(job, { group: 'rg', typed: [['virtualMachineName', 'vm1']] });
    resetPageState();
    expect(formOf(job.toUpperCase())).toEqual({
      ...NO_VALUES,
      group: 'rg',
      typed: [['virtualMachineName', 'vm1']],
    });
    expect(formOf(`${job}2`)).toEqual(NO_VALUES);
  });

  test('is the same object until it changes, and listeners hear of each change', () => {
    let calls = 0;
    const stop = onForms(() => {
      calls += 1;
    });
    expect(formOf(job)).toBe(formOf(job));
    changeForm(job, { text: '{}' });
    stop();
    changeForm(job, { text: '{"a": 1}' });
    expect([calls, formOf(job).text]).toEqual([1, '{"a": 1}']);
  });

  test.each(['not JSON', '{}', '[]', '{"reader": "other"}', 'null'])(
    'is nothing where %s is stored',
    (text) => {
      changeForm(job, { group: 'rg' });
      for (const key of storage.entries.keys()) storage.entries.set(key, text);
      resetPageState();
      expect(formOf(job)).toEqual(NO_VALUES);
    },
  );
});

describe('what is stored', () => {
  const text = JSON.stringify({
    parameters: { open: { type: 'string' }, Secret: { type: 'secureString' } },
  });

  const afterReload = () => {
    resetPageState();
    return formOf(job);
  };
  const secret = () =>
    changeForm(job, {
      reader: 'page',
      text,
      typed: [
        ['open', '1'],
        ['secret', 'hush'],
      ],
    });

  test.each([
    ['', {}],
    [' while the template can’t be read', { text: '{' }],
    [' when Azure is to read the template', { reader: 'azure' as const }],
  ])('has no secure value%s', (_, change) => {
    secret();
    changeForm(job, change);
    expect(formOf(job).typed).toHaveLength(2);
    expect([...storage.entries.values()].join(' ')).not.toContain('hush');
    expect(afterReload().typed).toEqual([['open', '1']]);
  });

  test('has no template that would take the room of drafts', () => {
    const most = 'x'.repeat(MOST_STORED);
    changeForm(job, { reader: 'file', text: most });
    expect(afterReload().text).toBe(most);
    changeForm(job, { text: `${most}x` });
    expect(formOf(job).text).toHaveLength(MOST_STORED + 1);
    expect(afterReload()).toEqual({ ...NO_VALUES, reader: 'file' });
  });
});
