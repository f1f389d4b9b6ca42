import { instant, isoText } from '#src/lib/time.ts';
import { hashNumbers } from '#src/mocks/world/ids.ts';
import type { PointSeed, TierSeed } from '#src/mocks/world/seed.ts';
import { tiersOf } from './builders.ts';

const DAY_MS = 86_400_000;
const USUAL_COUNT = 10;

/** Number of points of a place's machine: ten, but for one in 200 none, and for its neighbor 20. */
export function pointCountAt(place: number): number {
  if (place % 200 === 7) return 0;
  return place % 200 === 8 ? 2 * USUAL_COUNT : USUAL_COUNT;
}

export interface PointsOfPlace {
  readonly place: number;
  /** Epoch milliseconds of the newest point, had backups not ended. */
  readonly newestMs: number;
  /** How many days ago they ended. */
  readonly stoppedDays: number;
  readonly osType: 'Windows' | 'Linux';
}

/** The daily points of a place, newest first; each is computed on access. */
export function pointsAt(of: PointsOfPlace): readonly PointSeed[] {
  const points: PointSeed[] = [];
  for (let daysAgo = 0; daysAgo < pointCountAt(of.place); daysAgo += 1) {
    points.push(new ScalePoint(of, daysAgo));
  }
  return points;
}

/** The first of them alone. */
export function newestPointAt(of: PointsOfPlace): PointSeed | undefined {
  return pointCountAt(of.place) === 0 ? undefined : new ScalePoint(of, 0);
}

class ScalePoint implements PointSeed {
  readonly #of: PointsOfPlace;
  readonly #daysAgo: number;
  readonly privateAccess = false;
  readonly rule = 'Daily';

  constructor(of: PointsOfPlace, daysAgo: number) {
    this.#of = of;
    this.#daysAgo = daysAgo;
  }

  get #chance(): number {
    return hashNumbers(this.#of.place, 100 + this.#daysAgo);
  }

  /** Fifteen digits, the first six of which name the place. */
  get name(): string {
    const tail = `${String(this.#daysAgo).padStart(2, '0')}${String(this.#chance % 10_000_000).padStart(7, '0')}`;
    return `${100_000 + this.#of.place}${tail}`;
  }

  get time(): string {
    const days = this.#of.stoppedDays + this.#daysAgo;
    const ms = this.#of.newestMs - days * DAY_MS + (this.#chance % 300_000);
    const fraction = String(this.#chance % 10_000).padStart(4, '0');
    return `${isoText(instant(ms)).slice(0, -1)}${fraction}Z`;
  }

  get consistency(): PointSeed['consistency'] {
    if (this.#chance % 9 === 0) return 'CrashConsistent';
    return this.#of.osType === 'Windows' ? 'AppConsistent' : 'FileSystemConsistent';
  }

  get tiers(): readonly TierSeed[] {
    return tiersOf(this.#daysAgo + this.#of.stoppedDays);
  }
}
