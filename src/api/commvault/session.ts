import * as z from 'zod/mini';
import { ArmError, armFacts, isRefusal } from '#src/api/arm/error.ts';
import { armPipelines, type ArmPipelines, type TokenRequest } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { textOrId } from '#src/api/commvault/answers.ts';
import {
  type CommServe,
  commServeHome,
  commServes,
  type CommvaultPlace,
  deployed,
  type DeployedCommServe,
  jobOf,
  type TokenPair,
  vmOf,
} from '#src/api/commvault/home.ts';
import { openChannel } from '#src/lib/browser.ts';
import { afterReal, now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { ifFree, whenFree } from '#src/lib/lock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';

/** POST of `/V4/AccessToken/Renew` (commvault.md §2.1, R): the client that was seen takes `token`, too. */
const renewedWire = z.object({ accessToken: textOrId, token: textOrId, refreshToken: textOrId });

/**
 * Replaces a pair of tokens, once: POST of `/V4/AccessToken/Renew`; null: the CommServe refuses to.
 * @throws ArmError where no answer came, or one of a server that is in trouble.
 */
export async function renewTokens(
  serve: ArmPipelines,
  { accessToken, refreshToken }: TokenPair,
): Promise<TokenPair | null> {
  const request = {
    method: 'POST',
    url: '/V4/AccessToken/Renew',
    body: { accessToken, refreshToken },
    starts: true,
    // A second copy ends as a lost answer does: whoever holds the old pair has to enter another one.
    bodyAs: 'text',
  } as const;
  try {
    const answer = await sendFor(serve, renewedWire, request);
    const renewed = answer.accessToken ?? answer.token;
    return renewed === null
      ? null
      : { accessToken: renewed, refreshToken: answer.refreshToken ?? refreshToken };
  } catch (error) {
    // What something before the CommServe answers says nothing of the tokens.
    if (isRefusal(error) && [400, 401].includes(armFacts(error)?.status ?? 0)) return null;
    throw error;
  }
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

/** The tokens of a CommServe: in the memory of the tabs alone, so that a reload of the last one forgets them. */
type CommServeTokens = ReturnType<typeof commServeTokens>;

/** The tokens of a CommServe: asks the other tabs for them first. `tokens`: before a person or another tab gives some. */
export function commServeTokens(
  { host, tokens }: Pick<DeployedCommServe, 'host' | 'tokens'>,
  renew: Renew,
) {
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
    /** For the pipelines, which ask before every request. */
    getToken: async (_scopes: unknown, request?: Pick<TokenRequest, 'isRefused'>) => {
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
    isThere: (): boolean => held.pair !== null,
    /** When they were got, which no other pair has; null: there are none. */
    since: (): number | null => (held.pair === null ? null : held.at),
    /** Takes what a person has entered; null forgets it. All tabs follow. */
    enter: (pair: TokenPair | null): void => takeAndSay(pair, false),
    /** Calls back when there is a token, or none any more. Returns the way to stop. */
    listen,
    /** Hears and answers no other tab any more. */
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

/** A CommServe with its tokens, and the pipelines to it. */
interface CommServeSession {
  readonly commServe: CommServe;
  readonly tokens: CommServeTokens;
  readonly serve: ArmPipelines;
}

const sessions = new Map<string, CommServeSession>();
let madeFor = deployed();

/** Sessions are of one visit, and of the CommServes that are deployed. */
function endSessions(): void {
  for (const { tokens } of sessions.values()) tokens.close();
  sessions.clear();
}
onNewVisit(endSessions);

/**
 * The session with a CommServe, made when the first query needs it.
 * @throws ArmError `notSent` for a host that this deployment doesn't name: an ID may come from anywhere.
 */
export function commServeSession(host: string): CommServeSession {
  if (madeFor !== deployed()) endSessions();
  madeFor = deployed();
  const known = sessions.get(host);
  if (known !== undefined) return known;
  const commServe = madeFor.all.find((one) => one.host === host);
  if (commServe === undefined) throw noSuch(`This deployment has no CommServe at ${host}.`);
  const session = newSession(commServe, madeFor.http);
  sessions.set(host, session);
  return session;
}

/** The tokens of a CommServe; null: this deployment doesn't name it. */
export const tokensOf = (host: string): CommServeTokens | null =>
  commServes().some((one) => one.host === host) ? commServeSession(host).tokens : null;

function newSession(
  commServe: DeployedCommServe,
  http: ArmPipelines['http'] | undefined,
): CommServeSession {
  const home = commServeHome(commServe);
  // A renewal goes by pipelines of its own: it can't wait for a renewal.
  const renew = (pair: TokenPair) => {
    const token = { token: pair.accessToken, expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
    const tokens = { getToken: () => Promise.resolve(token) };
    return renewTokens(armPipelines(tokens, http, home), pair);
  };
  const tokens = commServeTokens(commServe, renew);
  return { commServe, tokens, serve: armPipelines(tokens, http, home) };
}

/** Whose an ID is, and how that is reached. */
export interface Placed extends CommServeSession {
  readonly place: CommvaultPlace;
}

/** The CommServe of a VM's ID. @throws ArmError `notSent` where there is none. */
export const placedVm = (id: string): Placed => placed(vmOf(id), id);

/** The CommServe of a job's ID. @throws ArmError `notSent` where there is none. */
export const placedJob = (id: string): Placed => placed(jobOf(id), id);

function placed(place: CommvaultPlace | null, id: string): Placed {
  if (place === null) throw noSuch(`${id} isn’t an ID of Commvault.`);
  return { ...commServeSession(place.host), place };
}

const noSuch = (what: string): ArmError =>
  new ArmError({
    kind: 'notSent',
    status: 404,
    code: 'NoSuchCommServe',
    message: what,
    service: 'Commvault',
  });
