import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { refusalIn } from '#src/api/commvault/answers.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** The beginning of every ID of Commvault's: no ID of Azure's has it. The host ties an ID to its CommServe. */
const PREFIX = 'commvault:';
const VM = /^commvault:([^/]+)\/vm\/([0-9a-f-]+)$/i;
const JOB = /^commvault:([^/]+)\/job\/(\d+)$/i;

/** Whether an ID is one of Commvault's. */
export const isCommvaultId = (id: string): boolean => id.startsWith(PREFIX);

/** The ID of a VM by its GUID, which is Azure's `vmId`. */
export const commvaultVmId = (host: string, guid: string): ResourceId =>
  resourceId(`${PREFIX}${host}/vm/${guid.toLowerCase()}`);

/** The ID of a job by its number: a text in some answers and a number in others, so a text here. */
export const commvaultJobId = (host: string, number: string): ResourceId =>
  resourceId(`${PREFIX}${host}/job/${number}`);

/** A VM or a job as its CommServe names it. */
export interface CommvaultPlace {
  readonly host: string;
  /** The GUID of a VM, or the number of a job. */
  readonly name: string;
}

/** The VM of an ID; null: it is not the ID of one. */
export const vmOf = (id: string): CommvaultPlace | null => placeIn(VM, id);

/** The job of an ID; null: it is not the ID of one. */
export const jobOf = (id: string): CommvaultPlace | null => placeIn(JOB, id);

function placeIn(pattern: RegExp, id: string): CommvaultPlace | null {
  const [, host, name] = pattern.exec(id) ?? [];
  return host === undefined || name === undefined
    ? null
    : { host: host.toLowerCase(), name: name.toLowerCase() };
}

/** A CommServe that the deployment names. */
export interface CommServe {
  /** Host, with its port where it has one of its own: the IDs of all that it keeps start with it. */
  readonly host: string;
  /**
   * No call that we know reads it, so the deployment names it. A wrong one is accepted, and looks like an
   * empty backup (commvault.md §2.3, R).
   */
  readonly commCellId: number;
}

/** What the one recorded restore names (commvault.md §2.3, R). */
const USUAL_COMM_CELL = 2;

/** A wildcard is no part of it: the page's policy names the host. */
const HOST = /^[a-z0-9.-]+(?::\d+)?$/;

/** The CommServe at an address of the deployment's configuration; null where that is none of https. */
export function commServeAt(address: string, commCellId = USUAL_COMM_CELL): CommServe | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && username + password === '' && HOST.test(host);
  return isPlain ? { host, commCellId } : null;
}

/**
 * Where a CommServe is, and the only place its tokens may go to. `/webconsole/api` is in its
 * specification (commvault.md §2, S); some tenants may have `/commandcenter/api` alone.
 */
export function commServeHome({ host }: Pick<CommServe, 'host'>) {
  const endpoint = `https://${host}/webconsole/api`;
  return {
    endpoint,
    service: 'Commvault',
    tokenHeader: 'Authtoken',
    refusalIn,
    // Of a job that there is none of: every form that arrives is refused in the same words.
    question: { url: '/JobDetails', body: { jobId: 0, showAttempt: false } },
    isOurs: (address: string): boolean =>
      URL.canParse(address) && new URL(address).href.startsWith(`${endpoint}/`),
  };
}

/** What a person gives for a CommServe. A renewal replaces both (commvault.md §2.1, R). */
export interface TokenPair {
  readonly accessToken: string;
  /** Empty: the access token can't be renewed. */
  readonly refreshToken: string;
}

/** A CommServe of the deployment. */
export interface DeployedCommServe extends CommServe {
  /** What a demo starts with; on real ones a person enters them. */
  readonly tokens?: TokenPair;
}

interface Deployed {
  readonly all: readonly DeployedCommServe[];
  readonly http?: ArmPipelines['http'] | undefined;
}

let current: Deployed = { all: [] };

/**
 * Makes the CommServes of the deployment's configuration known, before the first request. `http` is replaced in
 * tests.
 */
export function provideCommServes(
  all: readonly DeployedCommServe[],
  http?: ArmPipelines['http'],
): void {
  current = { all, http };
}

/** The CommServes of this deployment, and what answers for them; another object when others are provided. */
export const deployed = (): Deployed => current;

/** The CommServes of this deployment. */
export const commServes = (): readonly DeployedCommServe[] => current.all;
