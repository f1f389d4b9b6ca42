/**
 * How far one request of an action has come:
 * - `waiting`: it was not sent
 * - `sent`: it has left, and its end is not known yet
 * - `done`: its result was read back
 * - `refused`: it was refused, see {@link Refuser}, and its result isn't there
 * - `unknown`: no answer reports what came of it, or its result is missing although Azure reports its end
 * - `unread`: what Azure has could not be read, so nothing was sent
 */
export const STEP_STATES = ['waiting', 'sent', 'done', 'refused', 'unknown', 'unread'] as const;
export type ActionStepState = (typeof STEP_STATES)[number];

/**
 * Who refused a request:
 * - `page`: this page, by what it read just before
 * - `signIn`: there was no token to send it with
 * - `offline`: the browser, without a connection
 * - `policy`: the browser, by the policy of this site
 * - `service`: Azure, by its answer
 */
export const REFUSERS = ['page', 'signIn', 'offline', 'policy', 'service'] as const;
export type Refuser = (typeof REFUSERS)[number];

/**
 * Why the outcome of a request is unknown:
 * - `noAnswer`: no answer reports it, and a read didn't find its result
 * - `notThere`: Azure reports its end, and a read didn't find its result
 * - `unread`: its result couldn't be read
 */
export const OPEN_REASONS = ['noAnswer', 'notThere', 'unread'] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/**
 * The states that a person reads: `wasSo` is done without a request, since its result was there before, `elsewhere` likewise,
 * by another tab of this browser, `found` is done although an answer refused it, and `notSent` was refused before it left.
 */
export type StepStateWord = ActionStepState | 'wasSo' | 'elsewhere' | 'found' | 'notSent';

/** What a read finds of a request's result: it is there, Azure still works on the resource, or neither. */
export type Seen = 'done' | 'underWay' | 'open';
