import { expect, test } from 'vitest';
import { deleteAsOther, powerAsOther, restoreAsOther } from '#src/mocks/panel/as-another-person.ts';
import { openSimulation } from '#src/mocks/simulation.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { createMemoryStore } from '#src/mocks/world/store-memory.ts';

const simulation = () =>
  openSimulation({
    store: createMemoryStore(),
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'default',
  });

test('another person’s restore is accepted, refused in Azure’s words, or has no machine or group', async () => {
  const it = await simulation();
  const order = { instance: 'testVM', group: 'targetRG' };
  expect(await restoreAsOther(it, order)).toMatchObject({ kind: 'accepted' });
  const again = await restoreAsOther(it, { ...order, vmName: '-' });
  expect(again.kind === 'refused' ? again.reason : '{').not.toContain('{');
  expect(await restoreAsOther(it, { ...order, instance: 'nobody' })).toEqual({
    kind: 'unknown',
    what: 'machine',
  });
  expect(await restoreAsOther(it, { ...order, group: 'rg-nowhere' })).toEqual({
    kind: 'unknown',
    what: 'group',
  });
  expect(await it.events()).toHaveLength(1);
});

test('what is not there is not deleted, and what was deleted is not deleted twice', async () => {
  const it = await simulation();
  const point = `${exampleItem}/recoveryPoints/20982486783671`;
  expect(await deleteAsOther(it, `${exampleItem}/recoveryPoints/1`)).toBe(false);
  expect(await deleteAsOther(it, ` ${point} `)).toBe(true);
  expect(await deleteAsOther(it, point)).toBe(false);
  expect(await it.events()).toHaveLength(1);
});

test('a machine is shut down and started by its name; one that is not there is not', async () => {
  const it = await simulation();
  expect(await powerAsOther(it, ' APP01 ', true)).toBe(true);
  expect(await powerAsOther(it, 'app01', false)).toBe(true);
  expect(await powerAsOther(it, 'nobody', true)).toBe(false);
  expect(await powerAsOther(it, 'old-crm-01', true)).toBe(false);
  const machineId: unknown = expect.stringMatching(/virtualMachines\/app01$/);
  expect((await it.events()).map(({ event }) => event)).toMatchObject([
    { type: 'machine-powered', machineId, isStopped: true },
    { type: 'machine-powered', machineId, isStopped: false },
  ]);
});
