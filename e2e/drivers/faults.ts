import type { Fault } from './simulated.ts';

/** What goes wrong in tests. The same data as the simulation panel's own faults. */

const restore = { operation: 'restores.trigger' } as const;

/** Azure accepts the restore, and takes half a minute to say so. */
export const lateRestore: Fault = {
  id: 'late-restore',
  match: restore,
  times: 1,
  effect: { kind: 'latency', seconds: 30 },
};

/** Azure accepts the restore, and its answer never arrives. */
export const lostAnswer: Fault = {
  id: 'lost-answer',
  match: restore,
  times: 1,
  effect: { kind: 'answer-lost' },
};

/** The request never reaches Azure. */
export const lostRequest: Fault = {
  id: 'lost-request',
  match: restore,
  times: 1,
  effect: { kind: 'drop' },
};

/** Azure accepts the restore, and answers with a server error. */
export const acceptedButError: Fault = {
  id: 'accepted-but-500',
  match: restore,
  times: 1,
  effect: { kind: 'accepted-but-500' },
};

/** The person may not restore. */
export const restoreForbidden: Fault = {
  id: 'restore-forbidden',
  match: restore,
  times: 1,
  effect: { kind: 'status', status: 403 },
};

/** The restore's job fails in its second sub-task. */
export const jobFails: Fault = {
  id: 'job-fails',
  match: restore,
  times: 1,
  effect: { kind: 'job-fails', task: 1 },
};

/** The restore's job stops moving in its first sub-task. */
export const jobStalls: Fault = {
  id: 'job-stalls',
  match: restore,
  times: 1,
  effect: { kind: 'job-stalls', task: 0 },
};

/** The person may not read the source machine. */
export const machineForbidden: Fault = {
  id: 'machine-forbidden',
  match: { operation: 'virtualMachines.get' },
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** The person may not ask Azure's lists. */
export const listsForbidden: Fault = {
  id: 'lists-forbidden',
  match: { operation: 'resourceGraph.query' },
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** The person may not read a job itself. */
export const jobsForbidden: Fault = {
  id: 'jobs-forbidden',
  match: { operation: 'jobs.get' },
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** The person may not read restore points. */
export const pointsForbidden: Fault = {
  id: 'points-forbidden',
  match: { operation: 'recoveryPoints.list' },
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** Azure's lists ask to be left alone for a while, once. */
export const listsThrottled: Fault = {
  id: 'lists-throttled',
  match: { operation: 'resourceGraph.query' },
  times: 1,
  effect: { kind: 'throttle', retryAfterSeconds: 20 },
};

/** The first list of several that are asked for at once may not be read. */
export const oneListForbidden: Fault = {
  id: 'one-list-forbidden',
  match: { operation: 'resourceGraph.query' },
  times: 1,
  effect: { kind: 'status', status: 403 },
};

/** Restore points come cut in half. */
export const pointsTruncated: Fault = {
  id: 'points-truncated',
  match: { operation: 'recoveryPoints.list' },
  times: null,
  effect: { kind: 'truncated-json' },
};

/** Restore points come in another shape. */
export const pointsOdd: Fault = {
  id: 'points-odd',
  match: { operation: 'recoveryPoints.list' },
  times: null,
  effect: { kind: 'wrong-json' },
};

/** No server of Azure answers as it should. */
export const everythingDown: Fault = {
  id: 'everything-down',
  match: {},
  times: null,
  effect: { kind: 'status', status: 500 },
};

/** The line is cut. */
export const offline: Fault = {
  id: 'offline',
  match: {},
  times: null,
  effect: { kind: 'drop' },
};

/** Every answer takes a minute. */
export const everythingSlow: Fault = {
  id: 'everything-slow',
  match: {},
  times: null,
  effect: { kind: 'latency', seconds: 60 },
};
