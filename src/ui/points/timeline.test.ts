import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, instant, type Instant } from '#src/lib/time.ts';
import {
  clustersOf,
  flagPlaces,
  keyMove,
  lanesFor,
  lanesOf,
  MARK_PX,
  placedPoints,
  type Span,
  spanAround,
  spanOf,
  spanWith,
  zoomed,
} from '#src/ui/points/timeline.ts';

const at = (text: string): Instant => instant(Date.parse(`${text}Z`));
const now = at('2025-06-05T02:44');
const daysAgo = (days: number): Instant => instant(now - days * DAY_MS);

describe('where a key leads', () => {
  // Nights, of which the last eight are missing but for one.
  const times = [40, 30, 20, 19, 18, 17, 16, 15, 3, 1].map(daysAgo);
  test.each([
    ['ArrowLeft', 9, 8],
    ['ArrowDown', 8, 7],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 7, 8],
    ['ArrowUp', 9, 9],
    ['PageDown', 7, 2],
    ['PageDown', 2, 1],
    ['PageDown', 0, 0],
    ['PageUp', 2, 7],
    ['PageUp', 7, 8],
    ['PageUp', 9, 9],
    ['Home', 9, 0],
    ['End', 0, 9],
  ])('%s from the point %i', (key, from, to) => {
    expect(keyMove(key, times[from] ?? null, times)).toBe(to);
  });

  test('from no point: to the newest, and from one that is not theirs to the next', () => {
    expect(keyMove('ArrowLeft', null, times)).toBe(9);
    expect(keyMove('PageUp', null, times)).toBe(9);
    expect(keyMove('ArrowLeft', daysAgo(17.5), times)).toBe(4);
    expect(keyMove('ArrowRight', daysAgo(17.5), times)).toBe(5);
    expect(keyMove('Enter', null, times)).toBeNull();
  });
});

describe('lanes', () => {
  const point = (tier?: 'Vault' | 'unknown' | 'SnapshotAndVault') => ({
    time: now,
    ...(tier && { tier }),
  });
  test.each([
    ['one where no tier is reported', [point()], ['all']],
    ['three of tiers', [point('Vault')], ['Snapshot', 'Vault', 'Archive']],
    ['one more for a tier that is not known', [point('Vault'), point('unknown')], 4],
  ])('%s', (_, points, lanes) => {
    const found = lanesFor(points);
    expect(typeof lanes === 'number' ? found.length : found).toEqual(lanes);
  });
  test('a point in two tiers has two marks', () => {
    const two = point('SnapshotAndVault');
    expect(lanesOf(two, lanesFor([two]))).toEqual(['Snapshot', 'Vault']);
  });
});

describe('marks', () => {
  const points = (times: readonly number[]) =>
    placedPoints(times.map((time, index) => ({ name: String(index), time: instant(time) })));

  test('are as many as the points, and never nearer than can be hit apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 200 }), (times) => {
        const clusters = clustersOf(points(times), (time) => time);
        expect(clusters.flatMap((one) => one.points)).toHaveLength(times.length);
        clusters.slice(1).forEach(({ x }, index) => {
          expect(x - (clusters[index]?.x ?? 0)).toBeGreaterThanOrEqual(MARK_PX);
        });
      }),
    );
  });

  test('a merged one opens to a time in which its points are apart', () => {
    const week: Span = spanAround(now, 7 * DAY_MS, now);
    const times = [at('2025-06-04T10:00'), at('2025-06-04T11:00')];
    const x = (span: Span) => (time: Instant) =>
      ((time - span.start) / (span.end - span.start)) * 1200;
    const [merged] = clustersOf(points(times), x(week));
    const next = merged && spanOf(merged, week, now);
    expect(next && clustersOf(points(times), x(next))).toHaveLength(2);
  });
});

describe('the time that is shown', () => {
  const week = 7 * DAY_MS;
  test('ends a little after now where that shows the point', () => {
    const span = spanAround(daysAgo(1), week, now);
    expect(span.end).toBeGreaterThan(now);
    expect(span.start).toBeLessThan(daysAgo(6));
  });
  test('stays where a point is in it, and goes where it is', () => {
    const span = spanAround(now, week, now);
    expect(spanWith(span, daysAgo(3), now)).toBe(span);
    const there = spanWith(span, daysAgo(90), now);
    expect(there.start).toBeLessThan(daysAgo(90));
    expect(there.end).toBeGreaterThan(daysAgo(90));
  });
  test('has a moment in its place when it gets longer or shorter, and ends at all there is', () => {
    const span = spanAround(daysAgo(50), week, now);
    const moment = daysAgo(51);
    const place = ({ start, end }: Span) => (moment - start) / (end - start);
    const longer = zoomed(span, 'out', { at: moment, now, oldest: daysAgo(120) });
    expect(longer.end - longer.start).toBe(2 * week);
    expect(place(longer)).toBeCloseTo(place(span));
    const all = Array.from({ length: 30 }).reduce<Span>(
      (latest) => zoomed(latest, 'out', { at: moment, now, oldest: daysAgo(100) }),
      span,
    );
    expect(all.end - all.start).toBe(120 * DAY_MS);
    const least = Array.from({ length: 30 }).reduce<Span>(
      (latest) => zoomed(latest, 'in', { at: moment, now, oldest: daysAgo(100) }),
      span,
    );
    expect(least.end - least.start).toBe(DAY_MS / 24);
  });
});

test('flags stand over their lines, side by side and within the width', () => {
  const flags = [
    { x: 250, width: 100 },
    { x: 260, width: 40 },
    { x: 390, width: 60 },
  ];
  const places = flagPlaces(flags, 400);
  const boxes = flags.map(({ width }, index) => [places[index] ?? 0, (places[index] ?? 0) + width]);
  expect(boxes[0]?.[1]).toBeLessThan(boxes[1]?.[0] ?? 0);
  expect(boxes[1]?.[1]).toBeLessThan(boxes[2]?.[0] ?? 0);
  expect(boxes[2]?.[1]).toBeLessThanOrEqual(400);
});
