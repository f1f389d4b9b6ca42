import { gib } from '#src/lib/bytes.ts';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant, parseUsDateTime } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import type { Eta, NoEta, NoTypical } from '#src/progress/eta.ts';
import type { Setback } from '#src/progress/observe.ts';
import type { Range } from '#src/progress/past.ts';
import type { Progress } from '#src/progress/progress.ts';
import { clockEnds, rounded } from '#src/progress/round.ts';
import { pages } from '#src/strings/pages.ts';
import { type JobEnd, isGood } from '#src/progress/verdict.ts';
import {
  basisText,
  builtSince,
  noEta,
  progress as words,
  setbackText,
} from '#src/strings/progress.ts';

/** The figures of a job's progress as text, for every place that shows them; `service` runs the job. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `17 min to 24 min` */
export function rangeText(range: Range): string {
  const { lowMs, highMs } = rounded(range);
  const high = durationText(highMs);
  return lowMs === 0 ? words.upTo(high) : words.range(durationText(lowMs), high);
}

/** The same in few words, in minutes up to two hours: `26–72 min`. */
export function shortRangeText(range: Range): string {
  const low = Math.floor(range.lowMs / MINUTE_MS);
  const high = Math.ceil(range.highMs / MINUTE_MS);
  return low < 1 || high > 120 ? rangeText(range) : words.minutes(low, high);
}

/** The time left, or why it isn't known. */
export function readyInText(service: string, eta: Eta): string {
  return eta.kind === 'unknown' ? noEta(service)[eta.why] : rangeText(eta);
}

/** The same in a row or a line, which have room for the time alone: the job's own page says why. */
export function leftText(eta: Eta): string {
  if (eta.kind === 'range') return rangeText(eta);
  return isNotTypical(eta.why) ? words.noTypical : words.noEstimate;
}

const isNotTypical = (why: NoEta): why is NoTypical =>
  why === 'nothing' || why === 'tooEarly' || why === 'inSteps';

/** The times of the clock that a time left means, `03:31–03:38`; with the day where it is not today's for sure. */
export const clockRangeText = (range: Range, at: Instant): string =>
  momentsText(clockEnds(range, at), at);

/** The same of two moments. */
export function momentsText({ lowMs, highMs }: Range, at: Instant): string {
  const text = Math.abs(highMs - at) < 12 * HOUR_MS ? timeText : dateTimeText;
  return words.clock(text(instant(lowMs)), text(instant(highMs)));
}

/** Bytes in a millisecond as `11.2 GiB/min`. */
export const rateText = (bytesPerMs: number): string => words.rate(gib(bytesPerMs * MINUTE_MS));

/** What a time left is taken from; null where there is none, or none is needed. */
export function basesText(
  service: string,
  { eta, hasTypical }: Pick<Progress, 'eta' | 'hasTypical'>,
): string | null {
  if (eta.kind === 'unknown' || eta.bases.length === 0) return null;
  const texts = eta.bases.map((basis) =>
    basisText(service, basis, 'bytesPerMs' in basis ? rateText(basis.bytesPerMs) : ''),
  );
  return `${words.basis(texts.join('; '))}${hasTypical ? '' : ` ${words.noTypical}.`}`;
}

/** A figure that went backwards, with when and why. */
export function setbackLine(service: string, setback: Setback): string {
  const text = { percent: pages.job.percent, bytes: gib, remaining: durationText }[setback.figure];
  return `${timeText(setback.at)}: ${setbackText(service, setback, text(setback.from), text(setback.to))}`;
}

/** The new VM, the new disk, or the resource group of the new disks. Null: not known, or the source itself. */
export function targetText({ name, group }: RestoreOutline): string | null {
  return name ?? (group === null ? null : pages.job.disksIn(group));
}

/** When the restore point of a restore was taken, as its job reports it. Null: it doesn't. Pure. */
export function pointTimeOf(job: JobDetails): Instant | null {
  if (isDiskJob(job)) return job.recoveryPointTime;
  if (job.pointTime !== undefined) return job.pointTime;
  return parseUsDateTime(propertyOf(job, 'recovery point time') ?? '');
}

/** Names the VMs that this browser has built since of what a restore left that made none; null: there is none. */
export const builtNote = (outcome: JobEnd, built: readonly string[]): string | null =>
  built.length === 0 || isGood(outcome) ? null : builtSince(built);
