import { expect, test } from 'vitest';
import {
  copiedText,
  linesByFilter,
  detailsOf,
  filtered,
  heldAt,
  type LogLine,
  logLines,
} from '#src/mocks/panel/log-lines.ts';
import { readEntry, testFiles } from '#src/mocks/testing-files.ts';
import type { StoredEvent } from '#src/mocks/world/events.ts';
import type { StoredRequest } from '#src/mocks/world/store.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

const request = (number: number, afterEvent: number, status: number | null = 200) =>
  ({
    number,
    afterEvent,
    status,
    requestId: `id-${number}`,
    at: 1000,
    method: 'GET',
    path: '/a/b',
    operation: null,
  }) satisfies StoredRequest;
const event = (seq: number) =>
  ({ seq, event: { type: 'resource-removed', at: 1000, id: `/x/${seq}` } }) satisfies StoredEvent;
const keys = (lines: readonly LogLine[]) => lines.map(({ key }) => key).join(' ');

test('requests and events keep their order while the clock is stopped', () => {
  const lines = logLines(
    [request(1, 0), request(2, 3), request(3, 3)],
    [event(2), event(3), event(4)],
  );
  expect(keys(lines)).toBe('event-4 request-3 request-2 event-3 event-2 request-1');
});

test('one kind alone is a log too, and so is nothing', () => {
  expect(keys(logLines([request(7, 9)], []))).toBe('request-7');
  expect(keys(logLines([], [event(1), event(2)]))).toBe('event-2 event-1');
  expect(logLines([], [])).toEqual([]);
});

test('errors are requests that were refused or never answered', () => {
  const all = logLines(
    [request(1, 0), request(2, 0, 404), request(3, 1, null), request(4, 1, 202)],
    [event(1)],
  );
  expect(keys(filtered(all, 'errors'))).toBe('request-3 request-2');
  expect(keys(filtered(all, 'events'))).toBe('event-1');
  expect(linesByFilter(all)).toEqual({ all: 5, requests: 4, events: 1, errors: 2 });
});

test('a log that is read stays as it was, and counts what has come since', () => {
  const lines = logLines([request(1, 0), request(2, 0), request(3, 0)], []);
  const held = heldAt(lines, 'request-2');
  expect(keys(held.shown)).toBe('request-2 request-1');
  expect(held.newer).toBe(1);
  expect(heldAt(lines, null)).toEqual({ shown: lines, newer: 0 });
});

test('when the line at which it was held is gone, as after a reset, all is shown', () => {
  const lines = logLines([request(5, 0)], []);
  expect(heldAt(lines, 'request-2')).toEqual({ shown: lines, newer: 0 });
});

const linux = defaultWorld.instances.find(({ friendlyName }) => friendlyName === 'app01');
const linuxPoint = `${linux?.id ?? ''}/recoveryPoints/${linux?.points[0]?.name ?? ''}`;

test.each([
  ['Windows', undefined],
  ['Linux', linuxPoint],
])('the log of a %s VM has neither the password nor the script', async (os, pointId) => {
  const { store, clock, mount, status, unmount } = testFiles('default', pointId);
  const accepted = await mount();
  clock.add(46);
  const scripts = (await status(accepted)).properties?.recoveryTarget?.clientScripts ?? [];
  expect(scripts.map(({ osType }) => osType)).toEqual([os, os]);
  await unmount();
  const [events, requests] = [await store.read(0), await store.readLog(500)];
  const lines = logLines(requests, events);
  const seen = JSON.stringify([events, requests, lines.map(detailsOf), copiedText(lines, [])]);
  // What the log is for is in it.
  expect(seen).toContain('recoveryPoints.mount');
  expect(seen).toContain('point-mounted');
  const contents = scripts.map(({ scriptContent }) => scriptContent ?? '');
  const secrets = scripts.flatMap((entry) => [readEntry(entry).password, readEntry(entry).suffix]);
  for (const secret of [...secrets, ...contents.filter((one) => one !== btoa('NA'))]) {
    expect(secret.length).toBeGreaterThan(14);
    expect(seen).not.toContain(secret);
  }
});
