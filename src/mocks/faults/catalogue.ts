import {
  type CommServeFault,
  effectIn,
  type Fault,
  fault,
  type FaultEffect,
} from '#src/mocks/faults/fault.ts';

/** Whatever starts a restore: of a VM, of one in the secondary region, or of a disk. */
const restore = { group: 'restore-start' } as const;
/** Whatever reads a job of such a restore. */
const job = { group: 'job-read' } as const;
/** Whatever makes the files of a restore point readable, and what ends that. */
const mount = { operation: 'recoveryPoints.mount' };
const unmount = { operation: 'recoveryPoints.unmount' };
const undelete = { group: 'undelete' } as const;
const deployment = { operation: 'deployments.create' };
const graph = { operation: 'resourceGraph.query' };
/** Every request to a CommServe, and what starts a restore there. */
const commServe = { path: '/webconsole/api/' };
const task = { operation: 'commvaultTasks.create' };

/** A fault that only a CommServe has, with seconds where it takes any. */
function ofCommServe(
  does: CommServeFault,
  match: Fault['match'],
  times: Fault['times'],
  seconds?: number,
): Fault {
  const more = seconds === undefined ? {} : { seconds };
  return fault(`commvault-${does}`, match, times, { kind: 'commserve', does, ...more });
}

/**
 * What goes wrong with whatever starts something: it arrives twice, or the answer isn't what was done. The code is what
 * the service tells of a second request for the same.
 */
const ofStart = (
  name: string,
  match: Fault['match'],
  status: 400 | 404 | 409,
  code: string,
): readonly Fault[] => [
  fault(`${name}-repeated`, match, 1, { kind: 'repeated' }),
  fault(`${name}-html-after`, match, 1, { kind: 'html-page', status: 409, after: true }),
  fault(`${name}-rejected`, match, 1, { kind: 'status', status: 400 }),
  fault(`${name}-rejected-after`, match, 1, { kind: 'status', status, code, after: true }),
];

/**
 * Faults that a person may add in the panel, and an address may name. Codes of 429 and 403 are real (I),
 * the other errors' are guesses (azure-contract §12).
 */
export const faultCatalogue: readonly Fault[] = [
  fault('restore-answer-lost', restore, 1, { kind: 'answer-lost' }),
  fault('restore-answer-lost-held', restore, 1, { kind: 'answer-held', seconds: 15 }),
  fault('restore-accepted-but-500', restore, 1, { kind: 'accepted-but-500' }),
  fault('restore-request-lost', restore, 1, { kind: 'drop' }),
  fault('restore-never-answers', restore, 1, { kind: 'never-answers', after: true }),
  fault('restore-never-arrives', restore, 1, { kind: 'never-answers' }),
  fault('restore-slow', restore, 1, { kind: 'latency', seconds: 60 }),
  fault('restore-hidden-headers', restore, 1, { kind: 'hide-headers' }),
  fault('restore-location-only', restore, 1, { kind: 'location-only' }),
  fault('restore-half-body', restore, 1, { kind: 'half-body' }),
  fault('restore-html-page', restore, 1, { kind: 'html-page' }),
  fault('restore-throttled', restore, 1, { kind: 'throttle', retryAfterSeconds: 20 }),
  fault('restore-throttled-date', restore, 1, {
    kind: 'throttle',
    retryAfterSeconds: 20,
    as: 'date',
  }),
  fault('restore-throttled-bare', restore, 1, { kind: 'throttle' }),
  fault('restore-forbidden', restore, 1, { kind: 'status', status: 403 }),
  fault('restore-conflict', restore, 1, { kind: 'status', status: 409 }),
  fault('restore-challenge', restore, 1, { kind: 'challenge' }),
  ...ofStart('restore', restore, 400, 'CloudInvalidInputError'),
  fault('restore-listed-late', restore, 1, { kind: 'listed-late', seconds: 70 }),
  fault('restore-leads-to-another', restore, 1, { kind: 'leads-to-another' }),
  fault('restore-only-leads-to-another', restore, 1, { kind: 'leads-to-another', undone: true }),
  fault('clock-off', {}, null, { kind: 'clock-off', minutes: 60 }),
  fault('signed-out', {}, null, { kind: 'no-token' }),
  fault('job-fails', restore, 1, { kind: 'job-fails', task: 1 }),
  fault('job-stalls', restore, 1, { kind: 'job-stalls', task: 0 }),
  fault('operation-fails', restore, 1, { kind: 'operation-fails' }),
  fault('operation-canceled', restore, 1, { kind: 'operation-canceled' }),
  fault('files-slow', mount, 1, { kind: 'operation-slow', seconds: 1200 }),
  fault('files-fail', mount, 1, { kind: 'operation-fails' }),
  fault('files-answer-lost', mount, 1, { kind: 'answer-lost' }),
  fault('files-session-ends', mount, 1, { kind: 'session-ends', seconds: 0 }),
  fault('files-no-scripts', mount, 1, { kind: 'odd-scripts', lacks: 'scripts' }),
  fault('files-odd-extension', mount, 1, { kind: 'odd-scripts', lacks: 'extension' }),
  fault('files-no-expiry', mount, 1, { kind: 'odd-scripts', lacks: 'expiry' }),
  fault('files-html-page', mount, 1, { kind: 'html-page' }),
  fault('files-accepted-but-500', mount, 1, { kind: 'accepted-but-500' }),
  ...ofStart('files', mount, 400, 'CloudInvalidInputError'),
  fault('unmount-fails', unmount, 1, { kind: 'operation-fails' }),
  fault('unmount-answer-lost', unmount, 1, { kind: 'answer-lost' }),
  fault('undelete-answer-lost', undelete, 1, { kind: 'answer-lost' }),
  fault('undelete-html-page', undelete, 1, { kind: 'html-page' }),
  fault('undelete-accepted-but-500', undelete, 1, { kind: 'accepted-but-500' }),
  ...ofStart('undelete', undelete, 409, 'Conflict'),
  fault('deployment-answer-lost', deployment, 1, { kind: 'answer-lost' }),
  fault('deployment-html-page', deployment, 1, { kind: 'html-page' }),
  fault('deployment-accepted-but-500', deployment, 1, { kind: 'accepted-but-500' }),
  ...ofStart('deployment', deployment, 409, 'DeploymentActive'),
  fault('graph-throttled', graph, 3, { kind: 'throttle', retryAfterSeconds: 20 }),
  fault('graph-page-expired', graph, 1, { kind: 'expire-page-token' }),
  fault('points-forbidden', { operation: 'recoveryPoints.list' }, null, {
    kind: 'status',
    status: 403,
  }),
  fault('job-unreadable', job, 3, { kind: 'truncated-json' }),
  fault('empty-bags', job, null, { kind: 'empty-bags' }),
  fault('bare-source', { method: 'GET' }, null, { kind: 'bare-source' }),
  fault('ids-unreported', {}, null, { kind: 'odd-ids', are: 'unreported' }),
  fault('restore-id-replaced', restore, 1, { kind: 'odd-ids', are: 'replaced' }),
  fault('operation-gone', { path: '/operationsStatus/' }, null, { kind: 'status', status: 404 }),
  // A CommServe in maintenance answers reads with a page of 200, and writes with one of 405 (R).
  fault('commvault-html-page', { ...commServe, method: 'GET' }, null, { kind: 'html-page' }),
  fault('commvault-html-405', { ...commServe, method: 'POST' }, null, {
    kind: 'html-page',
    status: 405,
  }),
  fault('commvault-firewall', commServe, null, { kind: 'status', status: 403 }),
  fault('commvault-token-expired', task, 1, { kind: 'status', status: 401 }),
  ofCommServe('token-rotated', commServe, null),
  ofCommServe('bare-returns', commServe, null),
  ofCommServe('access-denied', task, 1),
  ofCommServe('job-unknown', task, 1, 20),
  ofCommServe('job-waits', task, 1, 1620),
  ofCommServe('job-pending', task, 1, 300),
  ofCommServe('job-errors', task, 1),
  ofCommServe('job-never-starts', task, 1),
  ofCommServe('download-beside', task, 1),
  ofCommServe('no-description', { operation: 'commvaultJobs.taskDetails' }, null),
  ofCommServe('wrong-total', { operation: 'commvaultVms.list' }, null),
  fault('everything-down', {}, null, { kind: 'status', status: 503 }),
  fault('everything-slow', {}, null, { kind: 'latency', seconds: 8 }),
  fault('offline', {}, null, { kind: 'drop' }),
];

/**
 * The fault that a name with arguments means: `clock-off`, `clock-off:-60`, `job-stalls:2,600`. The name
 * is one of the catalogue's; what the arguments are follows from its effect. Null when it means nothing.
 */
export function faultNamed(text: string): Fault | null {
  const at = text.indexOf(':');
  const name = at === -1 ? text : text.slice(0, at);
  const known = faultCatalogue.find(({ id }) => id === name);
  if (known === undefined) return null;
  if (at === -1) return known;
  const numbers = numbersIn(text.slice(at + 1));
  const effect = numbers === null ? null : effectWith(known.effect, numbers);
  if (effect === null) return null;
  return isSame(effect, known.effect) ? known : { ...known, id: text, effect };
}

/** Whole numbers between commas; null when there is anything else. */
function numbersIn(text: string): readonly number[] | null {
  const parts = text.split(',');
  return parts.every((part) => /^-?\d{1,6}$/.test(part)) ? parts.map(Number) : null;
}

/** The effect with other numbers; null where it takes none, or not these. Subtasks count from one here. */
function effectWith(effect: FaultEffect, numbers: readonly number[]): FaultEffect | null {
  const [first = 0, second, ...more] = numbers;
  if (more.length > 0 || (second !== undefined && effect.kind !== 'job-stalls')) return null;
  switch (effect.kind) {
    case 'latency':
    case 'timeout':
    case 'operation-slow':
    case 'session-ends':
    case 'answer-held':
    case 'listed-late':
      return effectIn({ ...effect, seconds: first });
    case 'throttle':
      return effect.retryAfterSeconds === undefined
        ? null
        : effectIn({ ...effect, retryAfterSeconds: first });
    case 'commserve':
      return effect.seconds === undefined ? null : effectIn({ ...effect, seconds: first });
    case 'status': {
      // The code is that of its own status.
      const { code: _code, ...coded } = effect;
      return effectIn(first === effect.status ? effect : { ...coded, status: first });
    }
    case 'html-page':
      return effectIn({ ...effect, status: first });
    case 'clock-off':
      return effectIn({ ...effect, minutes: first });
    case 'job-fails':
      return effectIn({ ...effect, task: first - 1 });
    case 'job-stalls': {
      const stalled = { ...effect, task: first - 1 };
      return effectIn(second === undefined ? stalled : { ...stalled, forSeconds: second });
    }
    default:
      return null;
  }
}

const isSame = (one: FaultEffect, other: FaultEffect): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
