import * as z from 'zod/mini';
import { type Instant, instant } from '#src/lib/time.ts';

/**
 * Values as a CommServe writes them: numbers as texts and the other way around, and more than one way to
 * say that something is not reported (commvault.md §2.4). Each is null where nothing is reported.
 */

/** A number that stands for "not reported" (D). */
const NOT_REPORTED = -999;

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const isReported =
    typeof number === 'number' && Number.isFinite(number) && number !== NOT_REPORTED;
  return isReported ? number : null;
}

function textIn(value: unknown): string | null {
  if (typeof value === 'number') return numberIn(value)?.toString() ?? null;
  return typeof value === 'string' ? value.trim() || null : null;
}

function momentIn(value: unknown): Instant | null {
  const seconds = numberIn(value) ?? 0;
  return seconds > 0 ? instant(seconds * 1000) : null;
}

/** Text, or an ID that may come as a number. */
export const text = z.transform(textIn);

/** A number. */
export const count = z.transform(numberIn);

/** Seconds since 1970; 0 is "not yet". */
export const moment = z.transform(momentIn);

/** True or false. */
export const flag = z.transform((value: unknown) => (typeof value === 'boolean' ? value : null));
