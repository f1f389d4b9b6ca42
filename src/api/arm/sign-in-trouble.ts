import { type EntraFacts, stepAfterFrame } from '#src/api/arm/entra-error.ts';

/**
 * Why no one can be signed in, by what can be done about it:
 * - `application`, `tenant`, `address`, `platform`: the registration or the build's settings
 * - `consent`, `assignment`, `account`, `policy`: what the organization allows
 * - `unreachable`: Microsoft Entra did not answer
 * - `storage`: the browser keeps nothing for this site
 * - `notFinished`: the person came back from Entra's page without an answer
 * - `noToken`, `clock`: the sign-in worked, and there is still no token
 */
export type SignInTroubleKind =
  | 'application'
  | 'tenant'
  | 'address'
  | 'platform'
  | 'consent'
  | 'assignment'
  | 'account'
  | 'policy'
  | 'unreachable'
  | 'storage'
  | 'notFinished'
  | 'noToken'
  | 'clock'
  | 'other';

/** A sign-in that did not work, and what Entra said of it. */
export interface SignInTrouble {
  readonly kind: SignInTroubleKind;
  readonly facts: EntraFacts | null;
}

/** By the number after `AADSTS` (Microsoft Entra authentication and authorization error codes). */
const byNumber: Readonly<Record<number, SignInTroubleKind>> = {
  700_016: 'application',
  7_000_112: 'application',
  90_002: 'tenant',
  900_023: 'tenant',
  50_011: 'address',
  9_002_326: 'platform',
  65_001: 'consent',
  65_004: 'consent',
  90_094: 'consent',
  90_095: 'consent',
  50_105: 'assignment',
  50_020: 'account',
  50_034: 'account',
  53_000: 'policy',
  53_001: 'policy',
  53_002: 'policy',
  53_003: 'policy',
  53_004: 'policy',
  530_032: 'policy',
};

const byCode: Readonly<Record<string, SignInTroubleKind>> = {
  consent_required: 'consent',
  user_cancelled: 'notFinished',
  // Outside of a frame: the browser did not get to Entra's page.
  timed_out: 'unreachable',
};

/** The trouble that an error of a sign-in stands for. */
export function troubleOf(facts: EntraFacts): SignInTrouble {
  const known = facts.number === null ? undefined : byNumber[facts.number];
  const kind = known ?? byCode[facts.code];
  if (kind !== undefined) return { kind, facts };
  return { kind: stepAfterFrame(facts) === 'later' ? 'unreachable' : 'other', facts };
}
