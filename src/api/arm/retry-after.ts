import { now } from '#src/lib/clock.ts';

interface Headers {
  get(name: string): string | null | undefined;
}

/**
 * Milliseconds an answer asks to wait: `retry-after-ms`, `x-ms-retry-after-ms`, or `Retry-After` in
 * seconds or as a date. A date counts from the answer's own `Date`, as this machine's clock may be
 * off; where a browser can't read that header, from the clock. Null when the answer names no wait.
 */
export function retryAfterMs(headers: Headers): number | null {
  const ms = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms');
  if (isNumber(ms)) return Number(ms);
  const seconds = headers.get('retry-after');
  if (isNumber(seconds)) return Number(seconds) * 1000;
  const date = Date.parse(seconds ?? '');
  if (Number.isNaN(date)) return null;
  const answeredAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, date - (Number.isNaN(answeredAt) ? now() : answeredAt));
}

function isNumber(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && /^\d+(\.\d+)?$/.test(text);
}
