import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changeForm,
  formOf,
  MOST_STORED,
  onForms,
} from '#src/datasources/azure-vm/deploy/form-store.ts';
import { NO_VALUES } from '#src/datasources/azure-vm/deploy/form-values.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeStorage, fakeStorage } from '#src/lib/testing.ts';

const job = '/subscriptions/s/x/backupJobs/1';
let storage: FakeStorage;
beforeEach(() => {
  resetPageState();
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
  vi.stubGlobal('window', { addEventListener: () => 0, removeEventListener: () => 0 });
});
afterEach(() => {
  vi.unstubAllGlobals();
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
