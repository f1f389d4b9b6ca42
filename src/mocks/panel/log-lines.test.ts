import { expect, test } from 'vitest';
import { counts, filtered, heldAt, type LogLine, logLines } from '#src/mocks/panel/log-lines.ts';
import type { StoredEvent } from '#src/mocks/world/events.ts';
import type { StoredRequest } from '#src/mocks/world/store.ts';

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
  expect(counts(all)).toEqual({ all: 5, requests: 4, events: 1, errors: 2 });
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
