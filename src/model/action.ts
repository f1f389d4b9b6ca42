/**
 * How far one request of an action has come:
 * - `waiting`: it was not sent
 * - `sent`: it has left, and its end is not known yet
 * - `done`: its result was read back
 * - `refused`: Azure refused it, or it never left
 * - `unknown`: no answer reports what came of it, or its result is missing although Azure reports its end
 * - `unread`: what Azure has could not be read, so nothing was sent
 */
export const STEP_STATES = ['waiting', 'sent', 'done', 'refused', 'unknown', 'unread'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** The states that a person reads: `wasSo` is done without a request, since its result was there before. */
export type StepStateWord = StepState | 'wasSo';

/** What a read finds of a request's result: it is there, Azure still works on the resource, or neither. */
export type Seen = 'done' | 'underWay' | 'open';
