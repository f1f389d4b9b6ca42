import type { Fault } from './simulated.ts';

/** How the answer to a restore can go wrong, whatever is restored. */

const once = (id: string, effect: Fault['effect']): Fault => ({
  id,
  match: { group: 'restore-start' },
  times: 1,
  effect,
});

/** Azure accepts the restore, and the page can read none of the answer's Azure headers. */
export const hiddenHeaders = once('hidden-headers', { kind: 'hide-headers' });

/** Azure accepts the restore, and says by `Location` alone where its operation is. */
export const locationOnly = once('location-only', { kind: 'location-only' });

/** Azure accepts the restore; status and headers come, and the body breaks off. */
export const halfBody = once('half-body', { kind: 'half-body' });

/** Azure accepts the restore, and no answer ever comes. */
export const neverAnswers = once('never-answers', { kind: 'never-answers', after: true });

/** The restore never reaches Azure, and no answer ever comes. */
export const neverArrives = once('never-arrives', { kind: 'never-answers' });

/** In place of Azure an HTML page answers the restore, as a captive portal does; nothing is started. */
export const htmlPage = (status = 200): Fault => once('html-page', { kind: 'html-page', status });

/** Azure answers the restore with 429: wait so many seconds. */
export const restoreThrottled = (retryAfterSeconds: number): Fault =>
  once('restore-throttled', { kind: 'throttle', retryAfterSeconds });

/** Azure answers the restore with 429, and names by a date when to come again. */
export const restoreThrottledByDate = (retryAfterSeconds: number): Fault =>
  once('restore-throttled-date', { kind: 'throttle', retryAfterSeconds, as: 'date' });

/** Azure answers the restore with 429, and does not say how long to wait. */
export const restoreThrottledBare = once('restore-throttled-bare', { kind: 'throttle' });

/** Azure takes so many seconds to answer the restore. */
export const restoreSlow = (seconds: number): Fault =>
  once('restore-slow', { kind: 'latency', seconds });
