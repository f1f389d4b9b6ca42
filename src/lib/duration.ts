/**
 * ISO 8601 durations as Azure sends them: `PT1M17.3555892S`, `P1DT2H`, `P2W`, with a fraction in any
 * part (`PT1,5H`); also the clock form `00:01:17` of Data Protection. Days are 24 hours. Months and
 * years have no fixed length, and a negative duration is none: all of these are not read.
 * Returns milliseconds, or null when the text is not such a duration.
 */
export function parseDurationMs(text: string | null | undefined): number | null {
  const plain = text?.trim().toUpperCase().replaceAll(',', '.') ?? '';
  return parts(ISO, plain) ?? parts(CLOCK, plain);
}

type Part = 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds';
const PART_MS: Readonly<Record<Part, number>> = {
  weeks: 604_800_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
};
const PARTS = ['weeks', 'days', 'hours', 'minutes', 'seconds'] as const satisfies readonly Part[];

const AMOUNT = String.raw`\d+(?:\.\d+)?`;
const ISO = new RegExp(
  `^P(?=[\\dT])(?:(?<weeks>${AMOUNT})W)?(?:(?<days>${AMOUNT})D)?(?:T(?=\\d)(?:(?<hours>${AMOUNT})H)?(?:(?<minutes>${AMOUNT})M)?(?:(?<seconds>${AMOUNT})S)?)?$`,
);
const CLOCK = /^(?:(?<days>\d+)\.)?(?<hours>\d+):(?<minutes>\d\d):(?<seconds>\d\d(?:\.\d+)?)$/;

function parts(form: RegExp, text: string): number | null {
  const found = form.exec(text)?.groups;
  if (found === undefined) return null;
  const ms = PARTS.reduce((sum, part) => sum + Number(found[part] ?? '0') * PART_MS[part], 0);
  return Number.isFinite(ms) ? Math.round(ms) : null;
}

/** The ISO 8601 duration of a number of milliseconds, `PT1H2M3.5S`; never negative. */
export function isoDuration(ms: number): string {
  const total = Math.max(0, Math.round(ms));
  const hours = Math.floor(total / 3_600_000);
  const minutes = Math.floor((total % 3_600_000) / 60_000);
  const seconds = (total % 60_000) / 1000;
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  return time === '' ? 'PT0S' : `PT${time}`;
}
