import { instant, type Instant } from '#src/lib/time.ts';
import { createSource, type Source } from '#src/mocks/panel/source.ts';
import type { SimulatedClock } from '#src/mocks/time/clock.ts';

/** Simulated time and its pace, as the panel shows them. */
export interface ClockView {
  /** To the second. */
  readonly now: Instant;
  readonly speed: number;
  readonly isPaused: boolean;
}

/** Real time between two looks at the clock. */
const TICK_MS = 500;

export function watchClock(clock: SimulatedClock): Source<ClockView> {
  const look = (): ClockView => ({
    now: instant(Math.floor(clock.now() / 1000) * 1000),
    speed: clock.speed,
    isPaused: clock.isPaused,
  });
  return createSource(look(), (show) => {
    const timer = setInterval(() => show(look()), TICK_MS);
    // A press shows at once, not with the next tick; so does one in another tab.
    const stopJumps = clock.onJump(() => show(look()));
    show(look());
    return () => {
      clearInterval(timer);
      stopJumps();
    };
  });
}
