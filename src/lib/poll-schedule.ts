import type { Instant } from '#src/lib/time.ts';

/**
 * Who may read a job next when many are to be followed and few reads are allowed. Azure counts reads of
 * jobs for a subscription and a service: by a bucket that fills again within seconds, or by an hour that
 * allows 150 for all of its people together. Which of the two it is, only its headers tell. Pure: what was
 * read, what waits and what Azure reports is given, and so is the moment.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Reads in any minute, all together. */
export const MOST_A_MINUTE = 60;
/** Of them, so many are for things followed automatically: the rest is for what a person opened. */
export const MOST_SHARED = 48;
/** While so many are of the last minute nothing is read that no screen waits for. */
export const MOST_BEFORE_QUIET = 36;
/** Shared reads on their way at once: when Azure asks to wait, the others wait with them. */
export const MOST_UNDER_WAY = 6;
/** Between two shared reads, unless it is something's first: a round is spread over its time. */
export const PAUSE_MS = MINUTE_MS / MOST_SHARED;

/** Reads of jobs in an hour by one browser, while nothing tells that there are more. */
const MOST_AN_HOUR = 60;
/** Kept for what is read right before a press, and for the search after a lost answer. */
const RESERVE = 15;
/** After a refusal for an hour the budget is half. */
const HALF = 2;
/** So many of the others are read at once where none was for a while, as after a night with the lid closed. */
export const AT_ONCE = 5;
/** What the others get of the hour at least while one job is open: less let two of them grow older than ten minutes. */
const SHARE_OF_OTHERS = 1 / 2;
/** So much of the hour may be spent before nothing more is read that no screen waits for. */
const SPENT_BEFORE_QUIET = 3 / 4;
/** Below this share of what was allowed only an open job is read, and below the next only for a press. */
const ONLY_OPEN = 0.3;
const ONLY_PRESS = 0.1;
/** Without a read nothing tells that there is more again. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;
/** Longer than any pace: where it isn't known whether anything is left, one is read so seldom. */
const FEWEST_AN_HOUR = 6;
/** A job that wasn't read for so long is open no more. */
const STILL_OPEN_MS = 6 * MINUTE_MS;

/** What Azure reports with an answer: how many reads were left. */
export interface Figure {
  readonly at: Instant;
  readonly left: number;
}

/** Reads of one subscription and service: of all tabs of this browser, and what Azure reports of all browsers. */
export interface Allowance {
  /** The starts of reads, in their order; those of the last hour count. */
  readonly startedAt: readonly Instant[];
  /** Of them the latest few for things followed beside others. */
  readonly sharedAt: readonly Instant[];
  /** In their order; those of the last hour count. */
  readonly figures: readonly Figure[];
  /** The latest refusal, and until when Azure asked to wait; null: none. */
  readonly refused: { readonly at: Instant; readonly until: Instant } | null;
  /** The latest read of a job that a person has open, and for how long that job had run then; null: none. */
  readonly open: { readonly at: Instant; readonly ageMs: number } | null;
}

export const UNUSED: Allowance = {
  startedAt: [],
  sharedAt: [],
  figures: [],
  refused: null,
  open: null,
};

const isWithin = (at: Instant, ms: number, now: Instant): boolean => at <= now && now - at < ms;

/** The same with what no longer counts left out. One of the future is of a clock that was put back. */
export function ofLastHour(allowance: Allowance, now: Instant): Allowance {
  const { startedAt, sharedAt, figures, refused, open } = allowance;
  const isOf = (at: Instant): boolean => isWithin(at, HOUR_MS, now);
  return {
    startedAt: startedAt.filter(isOf),
    sharedAt: sharedAt.filter(isOf).slice(-AT_ONCE),
    figures: figures.filter(({ at }) => isOf(at)),
    refused:
      refused !== null && refused.at <= now && now < Math.max(refused.until, refused.at + HOUR_MS)
        ? refused
        : null,
    open: open !== null && isWithin(open.at, STILL_OPEN_MS, now) ? open : null,
  };
}

/** As many answers as have to agree, and how far apart they have to be. */
const AGREEING = 5;
const APART_MS = 20_000;
/** A bucket that others use as well is full but for these. */
const NEARLY = 3;

/** Of the highest: what falls below is an hour that runs out. */
const FAR_BELOW = 0.8;

/**
 * Whether Azure's own figures show a bucket that fills again: five of them, each at least 20 seconds after
 * the one before, were as high as the highest, and none since has been far below it. A refusal shows the
 * opposite.
 */
export function isQuick(allowance: Allowance, now: Instant): boolean {
  const { figures, refused } = ofLastHour(allowance, now);
  const highest = Math.max(0, ...figures.map(({ left }) => left));
  if (refused !== null || highest === 0) return false;
  let agreeing = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const { at, left } of figures) {
    if (left < highest * FAR_BELOW) agreeing = 0;
    else if (agreeing < AGREEING && left < highest - NEARLY) agreeing = 0;
    else if (left >= highest - NEARLY && at - lastAt >= APART_MS) {
      agreeing += 1;
      lastAt = at;
    }
  }
  return agreeing >= AGREEING;
}

/** How often a job is read while few reads are allowed, by how long it has run: minutes and seconds. */
const OPEN_PACE = [
  [2, 30],
  [15, 60],
  [60, 150],
  [Number.POSITIVE_INFINITY, 300],
] as const;
const SHARED_PACE = [
  [5, 60],
  [15, 120],
  [60, 180],
  [Number.POSITIVE_INFINITY, 240],
] as const;
/** What a person looks at isn't older than six minutes: as long as Azure has anything left but the reserve. */
const SLOWEST_OPEN_MS = 5 * MINUTE_MS;
const QUICK_OPEN_MS = 20_000;
const QUICK_SHARED_MS = 60_000;
const HIDDEN_MS = 5 * MINUTE_MS;

const ASIDE_MS = 15 * MINUTE_MS;

/** How a job is followed: alone by a person, beside others, in a hidden tab; aside: it is no restore. */
export type Following = 'open' | 'shared' | 'hidden' | 'aside';

/** Milliseconds between two reads of a job. `ageMs`: for how long it has run. */
export function paceOf(
  following: Following,
  ageMs: number,
  allowance: Allowance,
  now: Instant,
): number {
  if (following === 'hidden') return HIDDEN_MS;
  const quick = isQuick(allowance, now);
  if (following === 'aside') return quick ? QUICK_SHARED_MS : ASIDE_MS;
  if (following === 'shared') return quick ? QUICK_SHARED_MS : bySpan(SHARED_PACE, ageMs);
  if (quick) return QUICK_OPEN_MS;
  const pace = bySpan(OPEN_PACE, ageMs) * (MOST_AN_HOUR / budgetOf(allowance, now));
  return Math.min(pace, SLOWEST_OPEN_MS);
}

function bySpan(spans: readonly (readonly [number, number])[], ageMs: number): number {
  const [, seconds] = spans.find(([minutes]) => ageMs < minutes * MINUTE_MS) ?? [0, 300];
  return seconds * 1000;
}

/** Reads that an hour has for this browser: half of what is left for all browsers, where Azure reports it. */
function budgetOf(allowance: Allowance, now: Instant): number {
  const { figures, refused } = ofLastHour(allowance, now);
  const most = refused === null ? MOST_AN_HOUR : MOST_AN_HOUR / HALF;
  const latest = figures.at(-1);
  if (latest === undefined) return most;
  const half = Math.floor(latest.left / 2);
  return Math.max(FEWEST_AN_HOUR, Math.min(most, half));
}

/** For whom something is read. `quiet`: no screen waits for it. */
export type ReadFor = 'press' | 'open' | 'shared' | 'quiet';

/** Something that waits to be read. */
export interface PollRequest {
  /** When it was last read; null: never. */
  readonly readAt: Instant | null;
  readonly readFor: ReadFor;
  /** Milliseconds between two of its reads, by which it is late: what is read seldom can wait longer. Left out: a minute. */
  readonly paceMs?: number;
  /** What counts its reads; null: nothing does. */
  readonly allowance: string | null;
}

/** What was read so far. */
export interface PollsSoFar {
  /** The starts of reads of this tab, in their order; those of the last minute suffice. */
  readonly startedAt: readonly Instant[];
  /** Shared reads that are on their way. */
  readonly underWay: number;
  /** What is known of the allowances, by their names. */
  readonly allowances: ReadonlyMap<string, Allowance>;
}

interface ScheduledPoll<One extends PollRequest> {
  readonly one: One;
  /** Milliseconds from now on; infinite: when a read that is on its way has come back. */
  readonly inMs: number;
}

const ORDER: Readonly<Record<ReadFor, number>> = { press: 0, open: 1, shared: 2, quiet: 3 };

/**
 * The next read, and when: what may be read first. Of those that may be read at the same time, for a press
 * first and quiet ones last, then what was never read, then what is latest by its own pace; of equals the one that
 * has waited longest, which stands first. Null: nothing waits.
 */
export function nextScheduled<One extends PollRequest>(
  waiting: readonly One[],
  soFar: PollsSoFar,
  at: Instant,
): ScheduledPoll<One> | null {
  const [next] = waiting
    .map((one) => ({ one, inMs: delayOf(one, soFar, at) }))
    .toSorted(
      (a, b) =>
        (a.inMs === b.inMs ? 0 : a.inMs - b.inMs) ||
        ORDER[a.one.readFor] - ORDER[b.one.readFor] ||
        latenessOf(b.one, at) - latenessOf(a.one, at),
    );
  return next ?? null;
}

/** For how many of its paces it wasn't read; what never was comes first. */
const latenessOf = ({ readAt, paceMs = MINUTE_MS }: PollRequest, at: Instant): number =>
  readAt === null ? Number.MAX_VALUE : (at - readAt) / paceMs;

/** The reads that still count in a minute. */
export const ofLastMinute = (startedAt: readonly Instant[], now: Instant): readonly Instant[] =>
  startedAt.filter((one) => isWithin(one, MINUTE_MS, now));

function delayOf(one: PollRequest, soFar: PollsSoFar, now: Instant): number {
  return Math.max(ofMinute(one, soFar, now), ofHour(one, soFar, now));
}

function ofMinute({ readFor, readAt }: PollRequest, soFar: PollsSoFar, now: Instant): number {
  const taken = ofLastMinute(soFar.startedAt, now);
  const free = (most: number) => untilFree(taken, most, MINUTE_MS, now);
  if (readFor === 'press' || readFor === 'open') return free(MOST_A_MINUTE);
  if (soFar.underWay >= MOST_UNDER_WAY) return Number.POSITIVE_INFINITY;
  if (readFor === 'quiet') return free(MOST_BEFORE_QUIET);
  const last = taken.at(-1);
  const pause = readAt === null || last === undefined ? 0 : last + PAUSE_MS - now;
  return Math.max(0, pause, free(MOST_SHARED));
}

function ofHour(
  { readFor, readAt, allowance: name }: PollRequest,
  soFar: PollsSoFar,
  now: Instant,
) {
  if (name === null || readFor === 'press') return 0;
  const allowance = ofLastHour(soFar.allowances.get(name) ?? UNUSED, now);
  const { startedAt, sharedAt, refused, open } = allowance;
  if (refused !== null && refused.until > now) return refused.until - now;
  if (isQuick(allowance, now)) return 0;
  const lookMs = untilFigure(readFor, allowance, now);
  const budget = budgetOf(allowance, now);
  // Its own pace keeps to the budget.
  if (readFor === 'open') return lookMs;
  // It is read once for ever, and at most as much of it as the budget can bear.
  if (readFor === 'quiet') {
    const most = Math.max(1, Math.floor(budget * SPENT_BEFORE_QUIET));
    return Math.max(lookMs, untilFree(startedAt, most, HOUR_MS, now));
  }
  const ofOpen = open === null ? 0 : HOUR_MS / paceOf('open', open.ageMs, allowance, now);
  const own = Math.max(budget * SHARE_OF_OTHERS, budget - ofOpen);
  // What was never read has something to show only then.
  const isFirst = readAt === null && startedAt.length < budget * SHARE_OF_OTHERS;
  const [fifth, last] = [sharedAt.at(-AT_ONCE), sharedAt.at(-1)];
  const isFree = isFirst || fifth === undefined || last === undefined;
  const pauseMs = HOUR_MS / own;
  const pause = isFree ? 0 : Math.min(last + pauseMs, fifth + AT_ONCE * pauseMs) - now;
  return Math.max(0, lookMs, pause);
}

/** Until what is left is worth another look, where Azure reports that it is little. */
function untilFigure(readFor: ReadFor, { figures }: Allowance, now: Instant): number {
  const latest = figures.at(-1);
  if (latest === undefined) return 0;
  const highest = Math.max(...figures.map(({ left }) => left));
  const least = readFor === 'open' ? Math.max(RESERVE, highest * ONLY_PRESS) : highest * ONLY_OPEN;
  return latest.left >= least ? 0 : Math.max(0, latest.at + LOOK_AGAIN_MS - now);
}

/** Until fewer than so many reads are of the last minute or hour. */
function untilFree(
  taken: readonly Instant[],
  most: number,
  windowMs: number,
  now: Instant,
): number {
  const oldest = taken[taken.length - most];
  return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - now);
}

/**
 * How many jobs may be read at once right before a press: of an hour that runs out a third of what is left, so
 * that the presses of others have theirs.
 */
export function mostAtPress(allowance: Allowance, most: number, now: Instant): number {
  const latest = ofLastHour(allowance, now).figures.at(-1);
  if (latest === undefined || isQuick(allowance, now)) return most;
  return Math.max(0, Math.min(most, Math.floor(latest.left / 3) - 1));
}

/** Until when nothing is read but for a press, because Azure asked to wait; null: it didn't, or no more. */
export function refusedUntil({ refused }: Allowance, now: Instant): Instant | null {
  return refused !== null && refused.at <= now && refused.until > now ? refused.until : null;
}
