import { parseFilter } from '#src/mocks/filter.ts';
import { isoMs, parseFilterDate } from '#src/mocks/time/text.ts';

import { textsIn } from '../json.ts';
import type { Mentions } from './mentions.ts';

/** Points of this age may be moved to the archive, and are in the secondary region long since. */
const AGE_MS = 100 * 86_400_000;

/** The moment of a world whose sample names no time. */
const FALLBACK_MS = Date.UTC(2024, 4, 1);

/** What ends later than this is no time of a world, as the year 9999 of "never". */
const LATEST_MS = Date.UTC(2200, 0, 1);

/** A time as the world's own are written; some answers have others (azure-contract §0). */
export const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/;

/** What the filter of a request asks for, keys in lower case. */
export function filterOf({ named }: Mentions): ReadonlyMap<string, string> {
  return parseFilter(named.get('$filter') ?? null) ?? new Map();
}

/** A moment within the dates that a filter asks for; null when it asks for none. */
export function filteredMs(mentions: Mentions): number | null {
  const filter = filterOf(mentions);
  const from = filter.get('starttime') ?? filter.get('startdate');
  const ms = from === undefined ? null : parseFilterDate(from);
  return ms === null ? null : ms + 3_600_000;
}

/** When the request is sent: after all that its sample tells of the world. */
export function nowFor(mentions: Mentions): number {
  const times = textsIn(mentions.things)
    .filter(({ text }) => ISO_TIME.test(text))
    .map(({ text }) => isoMs(text));
  const all = [...times, filteredMs(mentions) ?? Number.NaN].filter(
    (ms) => !Number.isNaN(ms) && ms < LATEST_MS && ms > 0,
  );
  return all.length === 0 ? FALLBACK_MS : Math.max(...all) + AGE_MS;
}

/** When something took place whose time the sample lacks: in the requested dates, or lately. */
export function pastMs(mentions: Mentions): number {
  return filteredMs(mentions) ?? nowFor(mentions) - AGE_MS;
}
