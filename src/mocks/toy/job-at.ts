import type { AcceptedToyRestore } from '#src/mocks/toy/restores.ts';

/** Simulated milliseconds until the job of a ticket exists, and until it starts to copy. */
const TICKET_MS = 20_000;
const QUEUE_MS = 30_000;
/** Bytes that are copied in a simulated second. */
const BYTES_PER_SECOND = 500_000_000;

/** A job of the shelf at a moment. */
export interface JobNow {
  readonly state: 'queued' | 'copying' | 'done';
  readonly percent: number;
  readonly bytesDone: number;
  /** Simulated epoch milliseconds. */
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

/** The job of a restore at a moment, computed from the clock alone; null while it does not exist. */
export function jobAt({ atMs }: AcceptedToyRestore, bytes: number, now: number): JobNow | null {
  const startedAtMs = atMs + TICKET_MS;
  if (now < startedAtMs) return null;
  const copiesFrom = startedAtMs + QUEUE_MS;
  const endsAt = copiesFrom + (bytes / BYTES_PER_SECOND) * 1000;
  if (now >= endsAt) {
    return { state: 'done', percent: 100, bytesDone: bytes, startedAtMs, endedAtMs: endsAt };
  }
  const part = Math.max(0, (now - copiesFrom) / (endsAt - copiesFrom));
  return {
    state: now < copiesFrom ? 'queued' : 'copying',
    percent: Math.floor(part * 100),
    bytesDone: Math.floor(part * bytes),
    startedAtMs,
    endedAtMs: null,
  };
}
