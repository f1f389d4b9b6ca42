import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSimulatedClock, reanchored, simulatedMs } from '#src/mocks/time/clock.ts';

const anchors = fc.record({
  simAtMs: fc.integer({ min: 0, max: 2 ** 41 }),
  realAtMs: fc.integer({ min: 0, max: 2 ** 41 }),
  speed: fc.integer({ min: 1, max: 3600 }),
  isPaused: fc.boolean(),
});

test('another pace or a pause does not move time; a step moves it by just that', () => {
  fc.assert(
    fc.property(
      anchors,
      fc.nat(10 ** 9),
      fc.integer({ min: 1, max: 3600 }),
      fc.nat(10 ** 9),
      (anchor, later, speed, stepMs) => {
        const real = anchor.realAtMs + later;
        const now = simulatedMs(anchor, real);
        expect(simulatedMs(reanchored(anchor, real, { speed }), real)).toBe(now);
        expect(simulatedMs(reanchored(anchor, real, { isPaused: true }), real + later)).toBe(now);
        expect(simulatedMs(reanchored(anchor, real, { stepMs }), real)).toBe(now + stepMs);
      },
    ),
  );
});

test('time never runs backwards, also when the machine’s clock is set back', () => {
  fc.assert(
    fc.property(anchors, fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (anchor, shift) => {
      expect(simulatedMs(anchor, anchor.realAtMs + shift)).toBeGreaterThanOrEqual(anchor.simAtMs);
    }),
  );
});

test('waits shrink with the speed down to 250 ms, and never end while paused', async () => {
  let real = 0;
  const anchor = { simAtMs: 1000, realAtMs: 0, speed: 60, isPaused: false };
  const clock = createSimulatedClock(anchor, undefined, () => real);
  let jumps = 0;
  clock.onJump(() => {
    jumps += 1;
  });
  real = 1000;
  expect(clock.now()).toBe(61_000);
  expect(clock.realDelayMs(60_000)).toBe(1000);
  await clock.setSpeed(3600);
  expect(clock.realDelayMs(60_000)).toBe(250);
  await clock.pause();
  expect(clock.realDelayMs(1)).toBe(Infinity);
  await clock.step(60_000);
  expect(clock.now()).toBe(121_000);
  await clock.resume();
  real = 2000;
  expect(clock.now()).toBe(121_000 + 3_600_000);
  expect(jumps).toBe(4);
});

test('who leaves and comes back while it hears of a jump hears of it once', async () => {
  const clock = createSimulatedClock({ simAtMs: 0, realAtMs: 0, speed: 1, isPaused: false });
  let heard = 0;
  let leave: () => void = () => undefined;
  const hear = (): void => {
    heard += 1;
    leave();
    leave = heard < 10 ? clock.onJump(hear) : leave;
  };
  leave = clock.onJump(hear);
  await clock.pause();
  expect(heard).toBe(1);
});
