import { ArmError } from '#src/api/arm/error.ts';
import { armPipelines, type ArmPipelines } from '#src/api/arm/pipeline.ts';
import {
  type CommServe,
  commServeHome,
  commServes,
  type CommvaultPlace,
  deployed,
  type DeployedCommServe,
  jobOf,
  vmOf,
} from '#src/api/commvault/home.ts';
import {
  commServeTokens,
  type CommServeTokens,
  renewTokens,
  type TokenPair,
} from '#src/api/commvault/tokens.ts';
import { onNewVisit } from '#src/lib/page-state.ts';

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

const noSuch = (message: string): ArmError =>
  new ArmError({
    kind: 'notSent',
    status: 404,
    code: 'NoSuchCommServe',
    message,
    requestId: null,
    missingAction: null,
    body: '',
    service: 'Commvault',
  });
