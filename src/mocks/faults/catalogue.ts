import type { Fault } from '#src/mocks/faults/fault.ts';

/** Whatever starts a restore: of a VM, of one in the secondary region, or of a disk. */
const restore = { group: 'restore-start' } as const;
/** Whatever reads a job that it began. */
const job = { group: 'job-read' } as const;

/**
 * Faults that a person may add in the panel, and an address may name. Codes of 429 and 403 are real (I),
 * the other errors' are guesses (azure-contract §12).
 */
export const faultCatalogue: readonly Fault[] = [
  {
    id: 'restore-answer-lost',
    match: restore,
    times: 1,
    effect: { kind: 'answer-lost' },
  },
  {
    id: 'restore-accepted-but-500',
    match: restore,
    times: 1,
    effect: { kind: 'accepted-but-500' },
  },
  { id: 'restore-request-lost', match: restore, times: 1, effect: { kind: 'drop' } },
  {
    id: 'restore-never-answers',
    match: restore,
    times: 1,
    effect: { kind: 'never-answers', after: true },
  },
  { id: 'restore-never-arrives', match: restore, times: 1, effect: { kind: 'never-answers' } },
  { id: 'restore-slow', match: restore, times: 1, effect: { kind: 'latency', seconds: 60 } },
  { id: 'restore-hidden-headers', match: restore, times: 1, effect: { kind: 'hide-headers' } },
  { id: 'restore-location-only', match: restore, times: 1, effect: { kind: 'location-only' } },
  { id: 'restore-half-body', match: restore, times: 1, effect: { kind: 'half-body' } },
  { id: 'restore-html-page', match: restore, times: 1, effect: { kind: 'html-page' } },
  {
    id: 'restore-throttled',
    match: restore,
    times: 1,
    effect: { kind: 'throttle', retryAfterSeconds: 20 },
  },
  {
    id: 'restore-throttled-date',
    match: restore,
    times: 1,
    effect: { kind: 'throttle', retryAfterSeconds: 20, as: 'date' },
  },
  { id: 'restore-throttled-bare', match: restore, times: 1, effect: { kind: 'throttle' } },
  {
    id: 'restore-forbidden',
    match: restore,
    times: 1,
    effect: { kind: 'status', status: 403 },
  },
  {
    id: 'restore-conflict',
    match: restore,
    times: 1,
    effect: { kind: 'status', status: 409 },
  },
  {
    id: 'restore-challenge',
    match: restore,
    times: 1,
    effect: { kind: 'challenge' },
  },
  { id: 'clock-off', match: {}, times: null, effect: { kind: 'clock-off', minutes: 60 } },
  { id: 'signed-out', match: {}, times: null, effect: { kind: 'no-token' } },
  {
    id: 'job-fails',
    match: restore,
    times: 1,
    effect: { kind: 'job-fails', task: 1 },
  },
  {
    id: 'job-stalls',
    match: restore,
    times: 1,
    effect: { kind: 'job-stalls', task: 0 },
  },
  {
    id: 'operation-fails',
    match: restore,
    times: 1,
    effect: { kind: 'operation-fails' },
  },
  {
    id: 'operation-canceled',
    match: restore,
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
    match: job,
    times: 3,
    effect: { kind: 'truncated-json' },
  },
  { id: 'empty-bags', match: job, times: null, effect: { kind: 'empty-bags' } },
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
