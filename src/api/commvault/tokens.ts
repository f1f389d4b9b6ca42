import * as z from 'zod/mini';
import { openChannel } from '#src/lib/browser.ts';
import { afterReal, now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { ifFree, whenFree } from '#src/lib/lock.ts';

/** What a person gives for a CommServe. A renewal replaces both (commvault.md §2.1, R). */
export interface TokenPair {
  readonly accessToken: string;
  /** Empty: the access token can't be renewed. */
  readonly refreshToken: string;
}

/**
 * The tokens of a CommServe: in the memory of the tabs alone, so that a reload of the last one forgets
 * them.
 */
export interface CommServeTokens {
  /** For the pipelines, which ask before every request. */
  readonly getToken: (
    scopes: unknown,
    request?: { readonly isRefused?: boolean | undefined },
  ) => Promise<{ token: string; expiresOnTimestamp: number; isRenewable: true } | null>;
  readonly isThere: () => boolean;
  /** When they were got, which no other pair has; null: there are none. */
  readonly since: () => number | null;
  /** Takes what a person has entered; null forgets it. All tabs follow. */
  readonly enter: (pair: TokenPair | null) => void;
  /** Calls back when there is a token, or none any more. Returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
  /** Hears and answers no other tab any more. */
  readonly close: () => void;
}

/** Whose tokens they are. */
export interface TokenOwner {
  readonly host: string;
  /** What there is before a person or another tab gives one. */
  readonly tokens?: TokenPair;
}

/** Replaces a pair; null: the CommServe refuses to. @throws where that is not known. */
export type Renew = (pair: TokenPair) => Promise<TokenPair | null>;

const message = z.object({
  /** When it was got: of two pairs the newer one counts. */
  at: z.number(),
  pair: z.nullable(z.object({ accessToken: z.string(), refreshToken: z.string() })),
});
type Held = z.infer<typeof message>;

/** A pair that came so short a time ago by a renewal isn't renewed once more. */
const YOUNG_MS = 60_000;
/** What one tab says reaches another a moment after the lock is free. Real milliseconds. */
const ON_ITS_WAY_MS = 500;

/** The tokens of a CommServe: asks the other tabs for them first. */
export function commServeTokens({ host, tokens }: TokenOwner, renew: Renew): CommServeTokens {
  const { tell, listen } = newListeners();
  const channel = openChannel(`commserve.${host}`);
  let held: Held = { at: 0, pair: tokens ?? null };
  let renewedAt = Number.NEGATIVE_INFINITY;
  let renewing: Promise<void> | null = null;

  const take = (next: Held, isRenewal: boolean): void => {
    held = next;
    renewedAt = isRenewal ? now() : Number.NEGATIVE_INFINITY;
    tell();
  };
  const takeAndSay = (pair: TokenPair | null, isRenewal: boolean): void => {
    take({ at: Math.max(now(), held.at + 1), pair }, isRenewal);
    channel?.postMessage(held);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const heard = message.safeParse(data).data;
    if (heard === undefined) {
      if (held.pair !== null) channel.postMessage(held);
    } else if (heard.at > held.at) take(heard, held.pair !== null);
  });
  channel?.postMessage('ask');
  const answered = new Promise<void>((resolve) => {
    listen(resolve);
    afterReal(channel === null ? 0 : ON_ITS_WAY_MS, resolve);
  });

  const renewed = async (): Promise<void> => {
    const { at, pair } = held;
    if (pair === null || pair.refreshToken === '') return;
    const next = await renew(pair).catch(() => pair);
    // Another tab may have been first, or a person.
    if (held.at !== at || next === pair) return;
    // The other tabs find out by themselves: one of them may have a newer pair.
    if (next === null) take({ at, pair: null }, false);
    else takeAndSay(next, true);
  };

  return {
    getToken: async (_scopes, request) => {
      if (request?.isRefused === true && now() >= renewedAt + YOUNG_MS) {
        renewing ??= byOneTab(`renew.${host}`, renewed).finally(() => {
          renewing = null;
        });
        await renewing;
      }
      if (held.pair === null) await answered;
      const token = held.pair?.accessToken;
      // As if it ended at once: another tab may have renewed it in the meantime.
      return token === undefined ? null : { token, expiresOnTimestamp: 0, isRenewable: true };
    },
    isThere: () => held.pair !== null,
    since: () => (held.pair === null ? null : held.at),
    enter: (pair) => takeAndSay(pair, false),
    listen,
    close: () => channel?.close(),
  };
}

/** Runs a task, or waits until the tab that runs it is done and has told of it. */
function byOneTab(lock: string, task: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const run = async (): Promise<true> => {
      await task();
      resolve();
      await new Promise<void>((over) => void afterReal(ON_ITS_WAY_MS, over));
      return true;
    };
    ifFree(lock, run)
      .then((done) => (done === null ? whenFree(lock) : undefined))
      .then(resolve, reject);
  });
}
