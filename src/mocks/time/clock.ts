import * as z from 'zod/mini';
import type { Clock } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { type Instant, instant } from '#src/lib/time.ts';

const anchorShape = z.readonly(
  z.object({
    simAtMs: z.number(),
    realAtMs: z.number(),
    /** Simulated seconds in a real one, 1 to 3600. */
    speed: z.number(),
    isPaused: z.boolean(),
  }),
);

/** From where simulated time is counted. Stored, so that it goes on through a reload. */
export type ClockAnchor = z.infer<typeof anchorShape>;

/** A stored anchor; null when there is none that can be read. */
export function parseAnchor(stored: unknown): ClockAnchor | null {
  const parsed = anchorShape.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Clock of a world that starts now: ten times as fast as a real one, or at the given pace. */
export function freshAnchor(
  simAtMs: number,
  pace: Pick<ClockAnchor, 'speed' | 'isPaused'> | null,
  realNow: () => number = Date.now,
): ClockAnchor {
  const { speed = 10, isPaused = false } = pace ?? {};
  return { simAtMs, realAtMs: realNow(), speed, isPaused };
}

const SLOWEST = 1;
const FASTEST = 3600;

/** Real time between two looks of a client, at the least (design §6). */
const SHORTEST_DELAY_MS = 250;

/** The simulated moment, in epoch milliseconds, at a real one. */
export function simulatedMs(anchor: ClockAnchor, realMs: number): number {
  if (anchor.isPaused) return anchor.simAtMs;
  return anchor.simAtMs + Math.max(0, realMs - anchor.realAtMs) * anchor.speed;
}

/** The anchor that takes over at a real moment with another pace; time itself does not jump. */
export function reanchored(
  anchor: ClockAnchor,
  realMs: number,
  change: { readonly speed?: number; readonly isPaused?: boolean; readonly stepMs?: number },
): ClockAnchor {
  return {
    simAtMs: simulatedMs(anchor, realMs) + Math.max(0, change.stepMs ?? 0),
    realAtMs: realMs,
    speed: Math.min(FASTEST, Math.max(SLOWEST, change.speed ?? anchor.speed)),
    isPaused: change.isPaused ?? anchor.isPaused,
  };
}

export interface SimulatedClock extends Clock {
  readonly speed: number;
  readonly isPaused: boolean;
  readonly anchor: ClockAnchor;
  setSpeed(speed: number): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Moves time on by so many milliseconds, running or paused. */
  step(ms: number): Promise<void>;
  /** Takes an anchor that another tab or a reset decided; nothing is stored. */
  adopt(anchor: ClockAnchor): void;
}

/**
 * The simulated clock. `keep` stores an anchor and tells other tabs; the returned promises resolve
 * when it is done. `realNow` is the machine's time, and the only real time the simulator knows.
 */
export function createSimulatedClock(
  start: ClockAnchor,
  keep: (anchor: ClockAnchor) => Promise<void> = async () => undefined,
  realNow: () => number = Date.now,
): SimulatedClock {
  let anchor = start;
  const listeners = newListeners();
  const adopt = (next: ClockAnchor): void => {
    anchor = next;
    listeners.tell();
  };
  const change = (how: Parameters<typeof reanchored>[2]): Promise<void> => {
    adopt(reanchored(anchor, realNow(), how));
    return keep(anchor);
  };
  return {
    now: (): Instant => instant(Math.floor(simulatedMs(anchor, realNow()))),
    realDelayMs: (ms) =>
      anchor.isPaused ? Infinity : Math.max(SHORTEST_DELAY_MS, ms / anchor.speed),
    onJump: listeners.listen,
    get speed() {
      return anchor.speed;
    },
    get isPaused() {
      return anchor.isPaused;
    },
    get anchor() {
      return anchor;
    },
    setSpeed: (speed) => change({ speed }),
    pause: () => change({ isPaused: true }),
    resume: () => change({ isPaused: false }),
    step: (stepMs) => change({ stepMs }),
    adopt,
  };
}
