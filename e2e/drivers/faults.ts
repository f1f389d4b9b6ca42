import type { Fault } from './simulated.ts';

/** What goes wrong in tests. The same data as the simulation panel's own faults. */

/** Whatever starts a restore: of a VM, of one in the secondary region, or of a disk. */
const restore = { group: 'restore-start' } as const;
/** Whatever reads a job that it began. */
const job = { group: 'job-read' } as const;

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

/** Azure is busy with something else on that machine. */
export const restoreConflict: Fault = {
  id: 'restore-conflict',
  match: restore,
  times: 1,
  effect: { kind: 'status', status: 409 },
};

/** Azure wants a token with other claims for the restore. */
export const otherClaims: Fault = {
  id: 'other-claims',
  match: restore,
  times: 1,
  effect: { kind: 'challenge' },
};

/** No token can be had any more. */
export const signedOut: Fault = {
  id: 'signed-out',
  match: {},
  times: null,
  effect: { kind: 'no-token' },
};

/** The restore's job fails in its second sub-task. */
export const jobFails: Fault = {
  id: 'job-fails',
  match: restore,
  times: 1,
  effect: { kind: 'job-fails', task: 1 },
};

/** The restore's job fails in the sub-task of this number, from 0. */
export const jobFailsIn = (task: number): Fault => ({
  id: 'job-fails-in',
  match: restore,
  times: 1,
  effect: { kind: 'job-fails', task },
});

/** The restore's job stands still for so many seconds in its first sub-task, and then goes on. */
export const jobStallsFor = (forSeconds: number): Fault => ({
  id: 'job-stalls-for',
  match: restore,
  times: 1,
  effect: { kind: 'job-stalls', task: 0, forSeconds },
});

/** A job is not there any more. */
export const jobGone: Fault = {
  id: 'job-gone',
  match: job,
  times: null,
  effect: { kind: 'status', status: 404 },
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
  match: job,
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** Azure asks whoever reads jobs themselves to wait, always. */
export const jobsThrottled: Fault = {
  id: 'jobs-throttled',
  match: job,
  times: null,
  effect: { kind: 'throttle', retryAfterSeconds: 30 },
};

/** The person may not list the jobs of a secondary region. */
export const secondaryJobsForbidden: Fault = {
  id: 'secondary-jobs-forbidden',
  match: { operation: 'jobs.listSecondary' },
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

/** The list of virtual networks takes half a minute. */
export const lateNetworks: Fault = {
  id: 'late-networks',
  match: { operation: 'virtualNetworks.list' },
  times: null,
  effect: { kind: 'latency', seconds: 30 },
};

/** The person may not list resource groups any more. */
export const groupsForbidden: Fault = {
  id: 'groups-forbidden',
  match: { operation: 'groups.list' },
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** The list of resource groups takes eight seconds: less than a press waits for the jobs of the vault. */
export const lateGroups: Fault = {
  id: 'late-groups',
  match: { operation: 'groups.list' },
  times: null,
  effect: { kind: 'latency', seconds: 8 },
};

/** The list of a vault's own jobs takes two minutes. */
export const lateJobList: Fault = {
  id: 'late-job-list',
  match: { operation: 'jobs.list' },
  times: null,
  effect: { kind: 'latency', seconds: 120 },
};

/** The person may not read which cores the subscription uses. */
export const coresForbidden: Fault = {
  id: 'cores-forbidden',
  match: { operation: 'usages.list' },
  times: null,
  effect: { kind: 'status', status: 403 },
};

/** Azure does not take a validation. */
export const validationForbidden: Fault = {
  id: 'validation-forbidden',
  match: { operation: 'restores.startValidation' },
  times: 1,
  effect: { kind: 'status', status: 403 },
};

/** Jobs tell nothing beyond their first properties: the property bag is empty, there are no tasks. */
export const emptyBags: Fault = {
  id: 'empty-bags',
  match: job,
  times: null,
  effect: { kind: 'empty-bags' },
};

/** The browser's clock is so many minutes ahead of Azure's; negative: behind. */
export const clockOff = (minutes: number): Fault => ({
  id: 'clock-off',
  match: {},
  times: null,
  effect: { kind: 'clock-off', minutes },
});

/** A machine can't be read, once. */
export const machineUnreadOnce: Fault = {
  ...machineForbidden,
  id: 'machine-unread-once',
  times: 1,
};
