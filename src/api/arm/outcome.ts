import { armFacts, isNotFound, isRefusal } from '#src/api/arm/error.ts';
import { waitForLook } from '#src/lib/clock.ts';

/**
 * What became of a request that starts something. No answer alone says that: a browser or a gateway may send a request
 * twice, and then the page gets the answer to the second copy. So what was refused is looked for, too.
 */

/**
 * When the result is looked for after a refusal, in milliseconds: longer where the code says that something is there
 * already or under way, as jobs were recorded up to 70 s after their request (live.md §2.2).
 */
const LOOKS_MS = { conflict: [0, 15_000, 45_000, 120_000], other: [0, 15_000] } as const;

/** Milliseconds until the next look after a refusal, when so many were made; null: that was the last one. */
export function pauseAfterLook(isConflict: boolean, looks: number): number | null {
  const times: readonly number[] = isConflict ? LOOKS_MS.conflict : LOOKS_MS.other;
  const next = times[looks];
  return next === undefined ? null : next - (times[looks - 1] ?? 0);
}

/** Looks for the result of what was refused until it is there, or the time is over. @returns what the last look saw. */
export async function lookAfterRefusal<Seen>(
  isConflict: boolean,
  look: () => Promise<Seen>,
  isThere: (seen: Seen) => boolean,
): Promise<Seen> {
  for (let looks = 1; ; looks += 1) {
    const seen = await look();
    const pauseMs = isThere(seen) ? null : pauseAfterLook(isConflict, looks);
    if (pauseMs === null) return seen;
    await waitForLook(pauseMs);
  }
}

/**
 * What is known of a write by reading its resource, where its answer doesn't say what came of it:
 * - `asWanted`: it is as the write wanted it, whoever wrote it
 * - `otherwise`: it is not; the write may still be under way
 * - `unknown`: it could not be read
 */
type UnansweredWrite<Found> =
  | { readonly kind: 'lost'; readonly seen: 'asWanted'; readonly found: Found }
  | { readonly kind: 'lost'; readonly seen: 'otherwise' | 'unknown'; readonly error: unknown };

/**
 * Starts a write; where its answer doesn't say what came of it, the resource is read before anything else is done. Never
 * sends the write again.
 * @param find reads the resource; null: it isn't as the write wanted it. Rejects as every read does.
 * @throws ArmError where nothing left the page; and where the service has refused it, and its result wasn't found.
 */
export async function writeOnce<Started, Found>(
  start: () => Promise<Started>,
  find: () => Promise<Found | null>,
): Promise<Started | UnansweredWrite<Found>> {
  try {
    return await start();
  } catch (error) {
    const facts = armFacts(error);
    if (facts === null || facts.kind === 'notSent') throw error;
    const look = () => lookFor(find, error);
    if (!isRefusal(error)) return look();
    const isConflict = facts.isConflict === true;
    const last = await lookAfterRefusal(isConflict, look, ({ seen }) => seen === 'asWanted');
    if (last.seen !== 'asWanted') throw error;
    return last;
  }
}

async function lookFor<Found>(
  find: () => Promise<Found | null>,
  error: unknown,
): Promise<UnansweredWrite<Found>> {
  try {
    const found = await find();
    return found === null
      ? { kind: 'lost', seen: 'otherwise', error }
      : { kind: 'lost', seen: 'asWanted', found };
  } catch (unread) {
    return { kind: 'lost', seen: isNotFound(unread) ? 'otherwise' : 'unknown', error };
  }
}
