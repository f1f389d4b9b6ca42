import { mutationOptions } from '@tanstack/react-query';
import { ArmError, armFacts } from '#src/api/arm/error.ts';
import { answersAtAll } from '#src/api/arm/pipeline.ts';
import { commServeSession } from '#src/api/commvault/queries/session.ts';
import { FIREWALL, MAINTENANCE } from '#src/api/commvault/refusal.ts';
import { listVms } from '#src/api/commvault/vms/list.ts';

/**
 * Why a CommServe can't be worked with, as far as a browser can tell:
 * - `noToken`: nothing was sent
 * - `policy`: the headers of this page don't name its address
 * - `hidden`: it answers, and doesn't let this page read that
 * - `unreachable`: no connection, or no certificate that the browser trusts
 * - `token`: it has expired, was replaced, or is of another tenant
 * - `elsewhere`: what answers there is no CommServe
 */
export type ConnectionTrouble =
  | 'noToken'
  | 'policy'
  | 'hidden'
  | 'unreachable'
  | 'token'
  | 'firewall'
  | 'maintenance'
  | 'elsewhere'
  | 'refused';

const HIDDEN = 'HiddenByBrowser';

const BY_CODE: Readonly<Record<string, ConnectionTrouble>> = {
  [HIDDEN]: 'hidden',
  [MAINTENANCE]: 'maintenance',
  [FIREWALL]: 'firewall',
};
// A firewall keeps some requests away whatever the token (R); a missing permission is a 200 (C).
const BY_STATUS: Readonly<Record<number, ConnectionTrouble>> = {
  401: 'token',
  403: 'firewall',
  404: 'elsewhere',
};

/** Why a test of the connection failed. */
export function connectionTrouble(error: unknown): ConnectionTrouble {
  const facts = armFacts(error);
  if (facts === null) return 'refused';
  const { kind, status, code, notSent } = facts;
  const known = BY_CODE[code ?? ''] ?? BY_STATUS[status ?? 0];
  if (known !== undefined) return known;
  if (kind === 'notSent') return notSent === 'policy' ? 'policy' : 'noToken';
  if (kind === 'lost') return 'unreachable';
  return kind === 'unreadable' ? 'elsewhere' : 'refused';
}

/**
 * Tests the connection by the read that tells an expired token from a firewall (R): how many VMs it counts, and
 * with which tokens.
 */
export const testCommServe = (host: string) =>
  mutationOptions({
    mutationKey: ['commvault connection', host],
    mutationFn: async () => {
      const wanted = { host, filter: {}, start: { skip: 0 }, top: 1 };
      const { serve, tokens } = commServeSession(host);
      const hadToken = tokens.isThere();
      try {
        const { total } = await listVms(serve, wanted);
        return { vms: total, since: tokens.since() };
      } catch (error) {
        const facts = armFacts(error);
        if (facts?.kind === 'lost' && (await answersAtAll(serve.home.endpoint)))
          throw new ArmError({ ...facts, code: HIDDEN });
        // It was refused, and so was its renewal: then it's forgotten.
        if (hadToken && facts?.notSent === 'token') throw new ArmError({ ...facts, status: 401 });
        throw error;
      }
    },
    // What failed for want of a connection is read again.
    onSuccess: (_tested, _input, _result, { client }) => {
      void client.invalidateQueries({
        predicate: ({ queryKey: [what] }) => String(what).startsWith('commvault '),
      });
    },
    retry: false,
  });
