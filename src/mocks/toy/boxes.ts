import type { BoxWire } from '#src/api/toy/boxes/wire.ts';
import { ok, type Route } from '#src/mocks/service.ts';
import { type BoxSeed, boxSeeds, type PointSeed } from '#src/mocks/toy/seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { seedMs } from '#src/mocks/world/us-text.ts';

const DAY_MS = 86_400_000;
/** A point of more days is worn out: nothing can be taken from it. */
const WORN_DAYS = 14;

/** When a point was taken, in simulated epoch milliseconds. */
const takenAtMs = ({ seed }: State, { daysAgo }: PointSeed): number =>
  seedMs(seed.startsAt) - daysAgo * DAY_MS;

/** Whether a point is too old by now to be restored. */
export const isWorn = (state: State, point: PointSeed, now: number): boolean =>
  now - takenAtMs(state, point) > WORN_DAYS * DAY_MS;

const boxWire = (state: State, now: number, { points, ...same }: BoxSeed): BoxWire => ({
  ...same,
  points: points.map((one) => ({
    point: one.point,
    takenAt: takenAtMs(state, one) / 1000,
    isWorn: isWorn(state, one, now),
  })),
});

export const boxRoutes: readonly Route[] = [
  {
    operation: 'toyBoxes.list',
    method: 'GET',
    path: '/boxes',
    action: 'boxes/read',
    handle: ({ state, now }) => ok({ boxes: boxSeeds.map((one) => boxWire(state, now, one)) }),
  },
];
