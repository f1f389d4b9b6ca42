import type { Instant } from '#src/lib/time.ts';

/**
 * Times and durations for people: 24-hour, in the browser's time zone. One way to write each, so
 * that two places never show one moment differently.
 */

const LOCALE = 'en-GB';
const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const timeWithSeconds = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });

/** `02:44` */
export function timeText(at: Instant): string {
  return time.format(at);
}

/** `02:44:10` */
export function preciseTimeText(at: Instant): string {
  return timeWithSeconds.format(at);
}

/** `5 Jun 2025 02:44` */
export function dateTimeText(at: Instant): string {
  return `${day.format(at)} ${time.format(at)}`;
}

/** The longest two units of a duration, `1 h 32 min`, `9 min 5 s`, `12 s`. Never negative. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor((seconds % 86_400) / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  if (first === -1) return '0 s';
  const shown = parts.slice(first, first + 2).filter(([value]) => value > 0);
  return shown.map(([value, unit]) => `${String(value)} ${unit}`).join(' ');
}

/** The longest unit of a duration alone, `86 days`, `2 h`, `4 min`, `40 s`, rounded down. Never negative. */
export function roughDurationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${String(seconds)} s`;
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} min`;
  if (seconds < 172_800) return `${String(Math.floor(seconds / 3600))} h`;
  return `${String(Math.floor(seconds / 86_400))} days`;
}

const count = new Intl.NumberFormat(LOCALE);

/** `1,284` */
export function countText(value: number): string {
  return count.format(value);
}
