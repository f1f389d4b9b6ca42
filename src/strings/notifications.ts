import type { JobEnd } from '#src/progress/verdict.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for notifications, the bar and the title of the tab, about restores started here. */

/** The outcome of a restore, as an identifier; see `src/wizard/submit/watched.ts`. */
type News = Exclude<JobEnd, 'running'> | 'accepted' | 'stalled' | 'moving' | 'gone';

/**
 * Notifications by kind. `machine` includes its target, `time` is since when a restore stands still, `service` the name
 * of the one that restores.
 */
export const notification: Readonly<
  Record<News, (machine: string, time: string, service: string) => string>
> = sentences({
  accepted: (machine, _time, service) => `${service} accepted the restore of ${machine}.`,
  stalled: (machine, time) => `No progress in the restore of ${machine} since ${time}.`,
  moving: (machine) => `The restore of ${machine} is making progress again.`,
  done: (machine) => `The restore of ${machine} completed.`,
  doneWithWork: (machine) => `The restore of ${machine} completed with warnings.`,
  disksOnly: (machine) => `The restore of ${machine} created the disks, but no VM.`,
  nothing: (machine) => `The restore of ${machine} ended. Nothing was restored.`,
  failed: (machine) => `The restore of ${machine} failed.`,
  cancelled: (machine) => `The restore of ${machine} was canceled.`,
  unknown: (machine, _time, service) =>
    `The restore of ${machine} ended. ${service} doesn’t report its outcome.`,
  gone: (machine, _time, service) => `${service} no longer lists the restore of ${machine}.`,
});

export const notifications = sentences({
  title: 'Notifications',
  bell: (unread: number) =>
    unread === 0 ? 'Notifications' : `Notifications, ${String(unread)} unread`,
  none: 'Restores you start appear here.',
  notSeen: 'Unread',
  /** When a job ended, as it reports it. */
  ended: (time: string) => `Ended ${time}`,
  /** Since when it stands still. */
  since: (time: string) => `Since ${time}`,
  /** When this browser read it, which can be long after it happened. */
  received: (time: string) => `Received ${time}`,
  open: 'Open job',
  dismiss: 'Dismiss',
  markRead: 'Mark as read',
  markAllRead: 'Mark all as read',
  remove: 'Remove',
  /** For a restore in progress. */
  stopWatching: 'Stop watching',
  /** Accessible name of a button that is one of several. */
  of: (command: string, machine: string) => `${command}: ${machine}`,
  showBar: 'Show restores in progress on every page',
} as const);

export const runningBar = sentences({
  label: 'Your restores in progress',
  what: 'your restores in progress',
  restoreOf: (machine: string) => `Restore of ${machine}`,
  several: (count: string) => `${count} restores in progress`,
  stalled: (count: string) => `${count} without progress`,
  showAll: 'Show all',
  hide: 'Hide',
  noPercent: 'percentage not reported',
  percentAt: (percent: string, time: string) => `${percent} at ${time}`,
  readyIn: (range: string) => `ready in ${range}`,
  left: (left: string) => `time left: ${left}`,
} as const);

/** Status of a restore, short enough for the title of a tab. */
export const tabTitle = sentences({
  several: (count: string) => `${count} restores`,
  of: (state: string, machine: string) => `${state}: ${machine}`,
  state: {
    accepted: 'In progress',
    moving: 'In progress',
    stalled: 'No progress',
    done: 'Restored',
    doneWithWork: 'Completed with warnings',
    disksOnly: 'Disks only',
    nothing: 'Nothing restored',
    failed: 'Failed',
    cancelled: 'Canceled',
    unknown: 'Ended',
    gone: 'Not found',
  } satisfies Record<News, string>,
} as const);
