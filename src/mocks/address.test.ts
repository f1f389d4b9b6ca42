import { expect, test } from 'vitest';
import { takenFrom, turnOn } from '#src/mocks/address.ts';
import { openSimulation } from '#src/mocks/simulation.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

const taken = (path: string) => takenFrom(new URL(path, 'https://demo.test'));

test('scenario and faults are taken out of the address, and nothing else is', () => {
  const { scenario, faults, problems, rest } = taken(
    '/jobs?fault=clock-off:-60&status=Failed&scenario=default&fault=restore-half-body#top',
  );
  expect(scenario).toBe('default');
  expect(faults.map(({ id }) => id)).toEqual(['clock-off:-60', 'restore-half-body']);
  expect(problems).toEqual([]);
  expect(rest?.href).toBe('https://demo.test/jobs?status=Failed#top');
});

test('an address that says nothing of it stays to the letter', () => {
  expect(taken('/jobs?name=a%20b+c').rest).toBeNull();
});

test('a fault is named once, however often and however it is spelled', () => {
  expect(taken('/?fault=offline&fault=offline').faults).toHaveLength(1);
  expect(taken('/?fault=everything-slow&fault=everything-slow:8').faults).toHaveLength(1);
  expect(taken('/?fault=restore-slow:5&fault=restore-slow:9').faults).toHaveLength(2);
});

test('reports meaningless parts by their place', () => {
  const { scenario, faults, problems, rest } = taken(
    `/?scenario=nowhere&fault=magic&fault=clock-off:soon&fault=offline&fault=${'x'.repeat(500)}1&fault=${'x'.repeat(500)}2`,
  );
  expect(scenario).toBeNull();
  expect(faults.map(({ id }) => id)).toEqual(['offline']);
  expect(rest?.search).toBe('');
  expect(problems.map(({ parameter }) => parameter)).toEqual([
    'scenario',
    ...Array.from({ length: 4 }, () => 'fault'),
  ]);
});

test('a fault that is on already, or used up, starts again', async () => {
  const simulation = await openSimulation({
    store: createMemoryStore(),
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'document',
  });
  const { faults } = taken('/?fault=restore-slow:5&fault=clock-off');
  await turnOn(simulation, faults);
  await simulation.azure.append([{ type: 'fault-used', at: 0, faultId: 'restore-slow:5' }]);
  await turnOn(simulation, faults);
  expect(await simulation.faults()).toMatchObject([
    { fault: { id: 'restore-slow:5' }, used: 0 },
    { fault: { id: 'clock-off' }, used: 0 },
  ]);
  expect(simulation.client.aheadMs()).toBe(3_600_000);
});
