import type { Fault } from '#src/mocks/faults/fault.ts';

/**
 * Faults that a person may add in the panel. Codes of 429 and 403 are real (I), the other errors'
 * are guesses (azure-contract §12).
 */
export const faultCatalogue: readonly Fault[] = [
  {
    id: 'restore-answer-lost',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'answer-lost' },
  },
  {
    id: 'restore-accepted-but-500',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'accepted-but-500' },
  },
  {
    id: 'restore-forbidden',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'status', status: 403 },
  },
  {
    id: 'restore-conflict',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'status', status: 409 },
  },
  {
    id: 'restore-challenge',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'challenge' },
  },
  { id: 'signed-out', match: {}, times: null, effect: { kind: 'no-token' } },
  {
    id: 'job-fails',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'job-fails', task: 1 },
  },
  {
    id: 'job-stalls',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'job-stalls', task: 0 },
  },
  {
    id: 'operation-fails',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'operation-fails' },
  },
  {
    id: 'operation-canceled',
    match: { operation: 'restores.trigger' },
    times: 1,
    effect: { kind: 'operation-canceled' },
  },
  {
    id: 'graph-throttled',
    match: { operation: 'resourceGraph.query' },
    times: 3,
    effect: { kind: 'throttle', retryAfterSeconds: 20 },
  },
  {
    id: 'graph-page-expired',
    match: { operation: 'resourceGraph.query' },
    times: 1,
    effect: { kind: 'expire-page-token' },
  },
  {
    id: 'points-forbidden',
    match: { operation: 'recoveryPoints.list' },
    times: null,
    effect: { kind: 'status', status: 403 },
  },
  {
    id: 'job-unreadable',
    match: { operation: 'jobs.get' },
    times: 3,
    effect: { kind: 'truncated-json' },
  },
  {
    id: 'operation-gone',
    match: { path: '/operationsStatus/' },
    times: null,
    effect: { kind: 'status', status: 404 },
  },
  { id: 'everything-down', match: {}, times: null, effect: { kind: 'status', status: 503 } },
  { id: 'everything-slow', match: {}, times: null, effect: { kind: 'latency', seconds: 8 } },
  { id: 'offline', match: {}, times: null, effect: { kind: 'drop' } },
];
