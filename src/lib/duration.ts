/**
 * ISO 8601 durations as Azure sends them: `PT1M17.3555892S`, `P1DT2H`; also the clock form
 * `00:01:17` of Data Protection. Days are 24 hours; years and months do not occur.
 * Returns milliseconds, or null when the text is neither.
 */
export function parseDurationMs(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (iso !== null && text.length > 2) return toMs(iso[1], iso[2], iso[3], iso[4]);
  const clock = /^(?:(\d+)\.)?(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  return clock === null ? null : toMs(clock[1], clock[2], clock[3], clock[4]);
}

function toMs(days = '0', hours = '0', minutes = '0', seconds = '0'): number {
  const whole = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  return Math.round((whole * 60 + Number(seconds)) * 1000);
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
