import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import type { Simulation } from '#src/mocks/simulation.ts';

/** The CommServe of a demo, with tokens that it accepts. */
export const simulatedCommServes = [
  { host: new URL(COMMSERVE_ORIGIN).host, commCellId: 2, tokens: DEMO_TOKENS },
] as const;

/** Source of a demo's tokens. They belong to no account and last for ever. */
interface SimulatedTokens {
  getToken(): Promise<{ token: string; expiresOnTimestamp: number }>;
  readonly signInAgain: () => Promise<void>;
}

/**
 * Tokens of no real person. A fault can make every request for one fail; signing in again ends it.
 */
export function simulatedTokens(
  simulation: Pick<Simulation, 'faults' | 'removeFault'>,
): SimulatedTokens {
  const signedOut = async () =>
    (await simulation.faults()).filter(({ fault }) => fault.effect.kind === 'no-token');
  return {
    getToken: async () => {
      if ((await signedOut()).length > 0) throw new Error('The sign-in has expired.');
      return { token: 'simulated', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
    },
    signInAgain: async () => {
      for (const { fault } of await signedOut()) await simulation.removeFault(fault.id);
    },
  };
}
