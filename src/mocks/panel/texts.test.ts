import { expect, test } from 'vitest';
import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { problemTexts } from '#src/mocks/panel/SimulationBanner.tsx';
import { faultText, leftText } from '#src/mocks/panel/faults.ts';
import {
  copiedText,
  detailsOf,
  eventText,
  logLines,
  shortPath,
} from '#src/mocks/panel/log-lines.ts';
import { openSimulation } from '#src/mocks/simulation.ts';
import { exampleItem } from '#src/mocks/testing-example.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

test('reports the meaningless part of an address once and shortened', () => {
  const long = 'x'.repeat(500);
  const texts = problemTexts([
    { parameter: 'scenario', text: 'nowhere' },
    { parameter: 'fault', text: 'clock-off:soon' },
    { parameter: 'fault', text: `${long}1` },
    { parameter: 'fault', text: `${long}2` },
  ]);
  expect(texts).toEqual([
    'Scenario “nowhere” doesn’t exist. The address was opened without it.',
    expect.stringContaining('Fault “clock-off:soon” doesn’t exist'),
    expect.stringMatching(/“x{60}…”/),
  ]);
});

const down: Fault = {
  id: 'down',
  match: { method: 'GET', operation: 'jobs.get' },
  times: 2,
  effect: { kind: 'status', status: 503 },
};

const simulation = () =>
  openSimulation({
    store: createMemoryStore(),
    durable: true,
    channel: { post: () => undefined, onMessage: () => undefined },
    wanted: 'document',
  });

test('every fault of the catalogue says in one line what it does and to which requests', () => {
  const texts = faultCatalogue.map(faultText);
  expect(texts).toContain('Answer 403, recoveryPoints.list');
  expect(texts).toContain('Connection dropped, every request');
  expect(texts).toContain('Job fails in subtask 2, every restore request');
  expect(new Set(texts).size).toBe(texts.length);
});

test('a fault says how often it will still speak, or would', () => {
  expect(leftText({ fault: down, state: 'on', used: 1 })).toBe('1 left');
  expect(leftText({ fault: down, state: 'used-up', used: 2 })).toBe('used up');
  expect(leftText({ fault: down, state: 'off', used: 0 })).toBe('2 times');
  const always = { ...down, times: null };
  expect(leftText({ fault: always, state: 'on', used: 9 })).toBe('active');
  expect(leftText({ fault: always, state: 'off', used: 0 })).toBe('always');
});

test('describes what others do', async () => {
  const it = await simulation();
  await it.restoreAsAnotherUser({ instance: 'testVM', group: 'targetRG', vmName: 'theirs' });
  await it.removeResource(`${exampleItem}/recoveryPoints/23358112038108`);
  await it.setPower('/subscriptions/s/virtualMachines/app01', true);
  await it.setPower('/subscriptions/s/virtualMachines/app01', false);
  await it.addFault(down);
  await it.removeFault('down');
  await it.removeFault('never-there');
  const texts = (await it.events()).map(({ event }) => eventText(event, [down]));
  expect(texts[0]).toMatch(/^Restore of testVM by another user accepted, job [0-9a-f]{8}$/);
  expect(texts.slice(1)).toEqual([
    '23358112038108 deleted',
    'app01 shut down',
    'app01 started',
    'Fault turned on: Answer 503, GET jobs.get',
    'Fault turned off: Answer 503, GET jobs.get',
    'Fault turned off: never-there',
  ]);
});

test('an address is cut to what tells requests apart', () => {
  expect(shortPath('/subscriptions/s/backupJobs/3021262a-1111-2222')).toBe('…/backupJobs/3021262a');
  expect(shortPath('/providers/Microsoft.ResourceGraph/resources')).toBe('…/resources');
});

test('the log as text has a line for each request with its id, and one for each event', async () => {
  const it = await simulation();
  await it.clock.pause();
  const request = new Request('https://management.azure.com/no/such?api-version=2024-04-01', {
    headers: { Authorization: 'Bearer token' },
  });
  const answer = await it.azure.fetch(request);
  await it.removeResource('/x/gone');
  const lines = logLines(await it.requests(), await it.events());
  const requestId = answer.headers.get('x-ms-request-id') ?? 'none';
  expect(copiedText(lines, []).split('\n')).toEqual([
    expect.stringMatching(/^2018-06-04T13:00:0\S+ gone deleted$/),
    expect.stringMatching(
      new RegExp(`^2018-06-04T13:00:0\\S+ GET /no/such 404 Unknown operation ${requestId}$`),
    ),
  ]);
  const details = lines.map((line) => detailsOf(line).map(({ text }) => text));
  expect(details[0]).toContain('/x/gone');
  expect(details[1]).toEqual(expect.arrayContaining(['/no/such', requestId]));
});
