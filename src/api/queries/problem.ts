import { type ArmErrorFacts, armFacts, isSignedOut } from '#src/api/arm/error.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { isMissingCode } from '#src/lib/load.ts';
import { type Problem, wayOnOf, withCode } from '#src/model/problem.ts';

/** A query's error as a problem that a screen can say. */
export function problemOf(error: unknown): Problem {
  const facts = armFacts(error);
  if (facts === null) {
    const message = error instanceof Error ? error.message : String(error);
    const isMissing = isMissingCode(error);
    return {
      kind: isMissing ? 'notLoaded' : 'unexpected',
      message,
      code: null,
      requestId: null,
      missingAction: null,
      body: '',
      way: isMissing ? 'reload' : 'again',
    };
  }
  const kind = kindOf(facts);
  // Without an answer the code is the browser's own.
  const message = facts.kind === 'refused' ? withCode(facts.message, facts.code) : facts.message;
  return { ...facts, message, kind, way: wayOnOf({ ...facts, kind }) };
}

function kindOf(facts: ArmErrorFacts): Problem['kind'] {
  if (isSignedOut(facts)) return 'signedOut';
  if (facts.kind !== 'refused') return facts.kind;
  // Elsewhere it doesn't name an action that an owner could allow.
  if (facts.status === 403 && facts.service === undefined) return 'forbidden';
  return facts.status === 404 ? 'notFound' : 'refused';
}

/** A read that failed, and how it is done again. */
export type FailedRead = Pick<UseQueryResult, 'error' | 'refetch'>;

/** The first of several reads that failed; null: none did. */
export const firstFailed = (...reads: readonly FailedRead[]): FailedRead | null =>
  reads.find(({ error }) => error !== null) ?? null;

/** Whether Azure may have done what a request asked for that failed: nothing it answered says that it didn't. */
export function mayBeDone(error: unknown): boolean {
  const facts = armFacts(error);
  if (facts === null) return true;
  const { kind, status } = facts;
  return kind === 'refused' ? (status ?? 0) >= 500 : kind !== 'notSent';
}
