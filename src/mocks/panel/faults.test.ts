import { expect, test } from 'vitest';
import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import { type Fault, type FaultEffect, parseFault } from '#src/mocks/faults/fault.ts';
import { markOf, parseSpeed } from '#src/mocks/panel/SimulationPanel.tsx';
import {
  type CustomForm,
  customEffects,
  customFault,
  faultRows,
  freeId,
  joined,
} from '#src/mocks/panel/faults.ts';

const fault = (id: string, times: number | null = 1): Fault => ({
  id,
  match: {},
  times,
  effect: { kind: 'drop' },
});
const form: CustomForm = { operation: 'restores.trigger', effect: 'drop', detail: '', times: '' };

test('a switch is on while its fault still speaks; a fault that is used up is neither on nor gone', () => {
  const [on, spent, off] = faultRows(
    [fault('a'), fault('b'), fault('c')],
    [
      { fault: fault('a'), used: 0 },
      { fault: fault('b'), used: 1 },
    ],
  );
  expect([on?.state, spent?.state, off?.state]).toEqual(['on', 'used-up', 'off']);
});

test('of two faults under one id, the one that still speaks counts, and there is one row', () => {
  const active = [
    { fault: fault('a'), used: 1 },
    { fault: fault('a'), used: 0 },
  ];
  const rows = faultRows(joined([], [fault('a'), fault('a')]), active);
  expect(rows.map(({ state, used }) => [state, used])).toEqual([['on', 0]]);
});

test('a list to which nothing is added stays the same list', () => {
  expect(joined(faultCatalogue, faultCatalogue.slice(3))).toBe(faultCatalogue);
  expect(joined(faultCatalogue, [fault('mine')])).toHaveLength(faultCatalogue.length + 1);
});

/** Two choices of the list that are one kind of effect. */
const kindOf: Partial<Record<CustomForm['effect'], FaultEffect['kind']>> = {
  'throttle-date': 'throttle',
  'never-arrives': 'never-answers',
  'html-after': 'html-page',
};

test('each effect can be chosen, and makes a fault that the simulator takes', () => {
  for (const effect of customEffects) {
    const detail = effect === 'status' ? '503' : '2';
    const made = customFault({ ...form, effect, detail }, 'custom-1');
    expect(made.ok && parseFault(made.value).effect.kind).toBe(kindOf[effect] ?? effect);
  }
});

test('people count subtasks from one, and an empty number of times is always', () => {
  const made = customFault({ ...form, effect: 'job-fails', detail: '2' }, 'custom-1');
  expect(made).toMatchObject({ ok: true, value: { times: null, effect: { task: 1 } } });
  const everything = customFault({ ...form, operation: '', times: '3' }, 'custom-2');
  expect(everything).toMatchObject({ ok: true, value: { match: {}, times: 3 } });
});

test('a group of operations can be chosen, and both kinds of waits and clocks that are off', () => {
  const made = (change: Partial<CustomForm>) => {
    const result = customFault({ ...form, times: '1', ...change }, 'custom-1');
    return result.ok ? result.value : null;
  };
  expect(made({ operation: 'job-read' })?.match).toEqual({ group: 'job-read' });
  const failing = made({ operation: 'restore-start', effect: 'job-fails', detail: '1' });
  expect(failing?.match).toEqual({ group: 'restore-start' });
  expect(made({ operation: 'diskRestores.trigger', effect: 'operation-fails' })).not.toBeNull();
  expect(made({ effect: 'throttle' })?.effect).toEqual({ kind: 'throttle' });
  expect(made({ effect: 'throttle-date', detail: '60' })?.effect).toEqual({
    kind: 'throttle',
    retryAfterSeconds: 60,
    as: 'date',
  });
  expect(made({ effect: 'clock-off', detail: '-60' })?.effect).toMatchObject({ minutes: -60 });
  expect(made({ effect: 'never-answers' })?.effect).toMatchObject({ after: true });
});

test('shows an invalid value at its field', () => {
  const reason = (change: Partial<CustomForm>) => {
    const made = customFault({ ...form, ...change }, 'custom-1');
    return made.ok ? null : made.reason;
  };
  expect(reason({ effect: 'status', detail: '418' })).toEqual({ detail: 'status' });
  expect(reason({ effect: 'latency', detail: 'long' })).toEqual({ detail: 'seconds' });
  expect(reason({ effect: 'job-fails', detail: '0' })).toEqual({ detail: 'task' });
  expect(reason({ effect: 'throttle', detail: '-1' })).toEqual({ detail: 'wait' });
  expect(reason({ effect: 'throttle-date' })).toEqual({ detail: 'wait' });
  expect(reason({ effect: 'clock-off', detail: '1.5' })).toEqual({ detail: 'minutes' });
  expect(reason({ effect: 'job-stalls', detail: '1', operation: 'jobs.get' })).toEqual({
    operation: 'no-job',
  });
  expect(reason({ times: '0' })).toEqual({ times: 'times' });
  expect(reason({ times: 'often', effect: 'latency' })).toEqual({
    times: 'times',
    detail: 'seconds',
  });
});

test('a fault of one’s own gets a name that no other has', () => {
  expect(freeId([])).toBe('custom-1');
  expect(freeId([fault('custom-1'), fault('custom-3')])).toBe('custom-2');
});

test('a speed is typed with or without its sign, and only as the clock can go', () => {
  expect(['60', ' ×600 ', 'x3600', '2.5', '1'].map(parseSpeed)).toEqual([60, 600, 3600, 2.5, 1]);
  expect(['', '0', '3601', 'fast', '-1', '1e3'].map(parseSpeed)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([1, 9, 10, 599, 600, 3600].map(markOf)).toEqual([0, 0, 1, 2, 3, 4]);
});
