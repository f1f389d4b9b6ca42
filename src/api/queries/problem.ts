import { type ArmErrorFacts, armFacts, isSignedOut } from '#src/api/arm/error.ts';
import { isMissingCode } from '#src/lib/load-code.ts';
import type { Problem } from '#src/model/problem.ts';

/** A query's error as a problem that a screen can say. */
export function problemOf(error: unknown): Problem {
  const facts = armFacts(error);
  if (facts === null) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: isMissingCode(error) ? 'notLoaded' : 'unexpected',
      message,
      code: null,
      requestId: null,
      missingAction: null,
      body: '',
    };
  }
  return { ...facts, kind: kindOf(facts) };
}

function kindOf(facts: ArmErrorFacts): Problem['kind'] {
  if (isSignedOut(facts)) return 'signedOut';
  if (facts.kind !== 'refused') return facts.kind;
  // Elsewhere it doesn't name an action that an owner could allow.
  if (facts.status === 403 && facts.service === undefined) return 'forbidden';
  return facts.status === 404 ? 'notFound' : 'refused';
}

/** Whether Azure may have done what a request asked for that failed: nothing it answered says that it didn't. */
export function mayBeDone(error: unknown): boolean {
  const facts = armFacts(error);
  if (facts === null) return true;
  const { kind, status } = facts;
  return kind === 'refused' ? (status ?? 0) >= 500 : kind !== 'notSent';
}
