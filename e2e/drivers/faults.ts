import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from './simulated.ts';

/** What goes wrong in tests: the simulation's own faults wherever it has them. */

/** A fault of the simulation by its name, with numbers as an address may have them: `restore-slow:30`. */
export function named(text: string): Fault {
  const fault = faultNamed(text);
  if (fault === null) throw new Error(`The simulation has no fault ${text}.`);
  return fault;
}

/** A fault that meets the next request of an operation. */
export const once = (operation: string, effect: Fault['effect']): Fault => ({
  id: operation,
  match: { operation },
  times: 1,
  effect,
});

/** A fault that meets every request of an operation. */
const always = (operation: string, effect: Fault['effect']): Fault => ({
  ...once(operation, effect),
  times: null,
});

/** The person has no permission for an operation. */
export const forbidden = (operation: string): Fault =>
  always(operation, { kind: 'status', status: 403 });

/** Each answer of an operation takes so many seconds. */
export const late = (operation: string, seconds: number): Fault =>
  always(operation, { kind: 'latency', seconds });

/** Lists of the largest form, answered one after the other. */
export const lateLists = [
  'groups.list',
  'storageAccounts.list',
  'virtualNetworks.list',
  'virtualMachines.list',
  'locations.list',
  'sizes.list',
].map((operation, index) => late(operation, index + 1));

/** Azure accepts the restore and answers after 20 seconds, before its job would be searched for. */
export const lateRestore = named('restore-slow:20');
export const LATE_RESTORE_MS = 21_000;

/** Azure accepts the restore, and its answer never arrives. */
export const lostAnswer = named('restore-answer-lost');

/** The request never reaches Azure. */
export const lostRequest = named('restore-request-lost');

/** Azure accepts the restore, and answers with a server error. */
export const acceptedButError = named('restore-accepted-but-500');

/** The person can't restore. */
export const restoreForbidden = named('restore-forbidden');

/** Azure is busy with something else on that machine. */
export const restoreConflict = named('restore-conflict');

/** Azure wants a token with other claims for the restore. */
export const otherClaims = named('restore-challenge');

/** Azure accepts the restore, and no answer ever comes. */
export const neverAnswers = named('restore-never-answers');

/** The restore never reaches Azure, and no answer ever comes. */
export const neverArrives = named('restore-never-arrives');

/** What starts something, by what the names of its faults start with. */
type Start = 'restore' | 'files' | 'undelete' | 'deployment';

/** The request arrives twice, as where a browser or a gateway repeats it, and the page gets the second answer alone. */
export const repeated = (start: Start): Fault => named(`${start}-repeated`);

/** Something between page and Azure answers with an HTML page, and the work is done. */
export const pageAfter = (start: Start, status: number): Fault =>
  named(`${start}-html-after:${String(status)}`);

/** Something between page and Azure answers with an HTML page, and nothing is done. */
export const pageInstead = (start: Start, status: number): Fault =>
  named(`${start}-html-page:${String(status)}`);

/** The service rejects the request in its own form, and does nothing. */
export const rejected = (start: Start, status: number): Fault =>
  named(`${start}-rejected:${String(status)}`);

/** The service answers as to a second request for the same, and has done the work. */
export const rejectedAfter = (start: Start): Fault => named(`${start}-rejected-after`);

/** The restore's job is in lists, and there by its ID, only so many seconds after its start. */
export const listedLate = (seconds: number): Fault =>
  named(`restore-listed-late:${String(seconds)}`);

/** The answer to the restore leads to the newest job of another restore in the vault. */
export const leadsToAnother = named('restore-leads-to-another');

/** Azure answers the restore with 429, and does not say how long to wait. */
export const restoreThrottledBare = named('restore-throttled-bare');

/** No token can be had any more. */
export const signedOut = named('signed-out');

/** The restore's job fails in its second subtask. */
export const jobFails = named('job-fails');

/** The restore's job fails in the subtask of this number, from 0. */
export const jobFailsIn = (task: number): Fault => named(`job-fails:${String(task + 1)}`);

/** The restore's job stops moving in its first subtask. */
export const jobStalls = named('job-stalls');

/** The restore's job stalls for so many seconds in its first subtask, and then goes on. */
export const jobStallsFor = (forSeconds: number): Fault =>
  named(`job-stalls:1,${String(forSeconds)}`);

/** Sources of restores come without all that their schemas leave optional. */
export const bareSource = named('bare-source');

/** Jobs tell nothing beyond their first properties: the property bag is empty, there are no tasks. */
export const emptyBags = named('empty-bags');

/** No job reports the ID of the request that started it. */
export const unreportedIds = named('ids-unreported');

const ofJob = (id: string, effect: Fault['effect']): Fault => ({ ...emptyBags, id, effect });

/** A job is not there any more. */
export const jobGone = ofJob('job-gone', { kind: 'status', status: 404 });

/** The person can't read a job itself. */
export const jobsForbidden = ofJob('jobs-forbidden', { kind: 'status', status: 403 });

/** Azure asks whoever reads jobs themselves to wait, always. */
export const jobsThrottled = ofJob('jobs-throttled', { kind: 'throttle', retryAfterSeconds: 30 });

/** The person can't list the jobs of a secondary region. */
export const secondaryJobsForbidden = forbidden('jobs.listSecondary');

/** The list of a vault's own jobs takes two minutes. */
export const lateJobList = late('jobs.list', 120);

/** The list of a CommServe's restores takes two minutes. */
export const lateCommServe = late('commvaultJobs.list', 120);

/** The person can't read the source VM. */
export const machineForbidden = forbidden('virtualMachines.get');

/** A machine can't be read, once. */
export const machineUnreadOnce: Fault = { ...machineForbidden, times: 1 };

/** The person can't read restore points. */
export const pointsForbidden = named('points-forbidden');

/** Reading one restore point by itself is forbidden. */
export const pointForbidden = forbidden('recoveryPoints.get');

/** Azure accepts the request for a script, and then does not mount the restore point. */
export const mountFails = named('files-fail');

/** Azure accepts the unmounting of a restore point, and then leaves it mounted. */
export const unmountFails = named('unmount-fails');

/** Restore points never come. */
export const pointsNeverCome = always('recoveryPoints.list', { kind: 'never-answers' });

/** Restore points come cut in half. */
export const pointsTruncated = always('recoveryPoints.list', { kind: 'truncated-json' });

/** Restore points come in another shape. */
export const pointsOdd = always('recoveryPoints.list', { kind: 'wrong-json' });

/** The person can't query Azure's lists. */
export const listsForbidden = forbidden('resourceGraph.query');

/** The person can't read the first of several lists that are requested at once. */
export const oneListForbidden: Fault = { ...listsForbidden, times: 1 };

/** Azure's lists ask to be left alone for a while, once. */
export const listsThrottled: Fault = { ...named('graph-throttled'), times: 1 };

/** No server of Azure answers as it should. */
export const everythingDown = named('everything-down:500');

/** Every answer takes a minute. */
export const everythingSlow = named('everything-slow:60');

/** The line is cut. */
export const offline = named('offline');

/** The list of virtual networks takes half a minute. */
export const lateNetworks = late('virtualNetworks.list', 30);

/** The person can't list resource groups any more. */
export const groupsForbidden = forbidden('groups.list');

/** The list of resource groups takes eight seconds: less than a press waits for the jobs of the vault. */
export const lateGroups = late('groups.list', 8);

/** The person can't read which cores the subscription uses. */
export const coresForbidden = forbidden('usages.list');

/** Azure does not take a validation. */
export const validationForbidden: Fault = { ...forbidden('restores.startValidation'), times: 1 };

/** The browser's clock is so many minutes ahead of Azure's; negative: behind. */
export const clockOff = (minutes: number): Fault => named(`clock-off:${String(minutes)}`);

/** A fault that only a CommServe has, by the rest of its name. */
export const commvaultFault = (name: string): Fault => named(`commvault-${name}`);
