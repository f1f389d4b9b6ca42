import { type HourOfDay, type DayKind, KINDS } from '#src/pages/overview/day.ts';

/** One kind of jobs in the bar of an hour; both lengths are percentages of the picture's height. */
interface BarPart {
  readonly kind: DayKind;
  readonly top: number;
  readonly height: number;
}

/** One job among hundreds still has room for its pattern. */
const LEAST = 7;

/** The parts of each hour's bar, bottom to top; the tallest bar fills the height. Pure. */
export function barsOf(hours: readonly HourOfDay[]): readonly (readonly BarPart[])[] {
  const most = Math.max(1, ...hours.map(({ total }) => total));
  const all = hours.map(({ kinds }) =>
    KINDS.filter((kind) => kinds[kind] > 0).map((kind) => ({
      kind,
      height: Math.max(LEAST, (kinds[kind] / most) * 100),
    })),
  );
  const tallest = Math.max(100, ...all.map(sum));
  return all.map((parts) =>
    parts.map(({ kind, height }, index) => ({
      kind,
      height: (height / tallest) * 100,
      top: 100 - (sum(parts.slice(0, index + 1)) / tallest) * 100,
    })),
  );
}

const sum = (parts: readonly { readonly height: number }[]): number =>
  parts.reduce((total, { height }) => total + height, 0);
