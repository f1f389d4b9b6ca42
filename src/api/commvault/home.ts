import { refusalIn } from '#src/api/commvault/refusal.ts';

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
