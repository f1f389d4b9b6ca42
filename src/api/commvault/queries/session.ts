import { ArmError } from '#src/api/arm/error.ts';
import { type ArmPipelines, armPipelines } from '#src/api/arm/pipeline.ts';
import { type CommServe, commServeHome } from '#src/api/commvault/home.ts';
import { type CommvaultPlace, jobOf, vmOf } from '#src/api/commvault/id.ts';
import {
  type CommServeTokens,
  commServeTokens,
  type TokenPair,
} from '#src/api/commvault/tokens.ts';
import { renewTokens } from '#src/api/commvault/tokens/ops.ts';

/** A CommServe with its tokens, and the pipelines to it. */
export interface CommServeSession {
  readonly commServe: CommServe;
  readonly tokens: CommServeTokens;
  readonly serve: ArmPipelines;
}

let named: readonly CommServe[] = [];
let http: ArmPipelines['http'] | undefined;
const sessions = new Map<string, CommServeSession>();

/**
 * Makes the CommServes of the deployment's configuration known, once, before the first request. `client` is
 * replaced in tests.
 */
export function provideCommServes(all: readonly CommServe[], client?: ArmPipelines['http']): void {
  named = all;
  http = client;
  sessions.clear();
}

/** The CommServes of this deployment. */
export const commServes = (): readonly CommServe[] => named;

/**
 * The session with a CommServe, made when the first query needs it.
 * @throws ArmError `notSent` for a host that this deployment doesn't name: an ID may come from anywhere.
 */
export function commServeSession(host: string): CommServeSession {
  const known = sessions.get(host);
  if (known !== undefined) return known;
  const commServe = named.find((one) => one.host === host);
  if (commServe === undefined) throw noSuch(`This deployment has no CommServe at ${host}.`);
  const session = newSession(commServe);
  sessions.set(host, session);
  return session;
}

function newSession(commServe: CommServe): CommServeSession {
  const home = commServeHome(commServe);
  // A renewal goes by pipelines of its own: it can't wait for a renewal.
  const renew = (pair: TokenPair) => {
    const token = { token: pair.accessToken, expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
    const tokens = { getToken: () => Promise.resolve(token) };
    return renewTokens(armPipelines(tokens, http, home), pair);
  };
  const tokens = commServeTokens(commServe.host, renew);
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

const noSuch = (message: string): ArmError =>
  new ArmError({
    kind: 'notSent',
    status: 404,
    code: 'NoSuchCommServe',
    message,
    requestId: null,
    missingAction: null,
    body: '',
    service: 'CommServe',
  });
