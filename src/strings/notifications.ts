import type { Outcome } from '#src/progress/verdict.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for notifications, the strip and the title of the tab, about restores started here. */

/** The outcome of a restore, as an identifier; see `src/wizard/submit/watched.ts`. */
type News = Exclude<Outcome, 'running'> | 'accepted' | 'stalled' | 'moving' | 'gone';

/** Notifications by kind. `time` is the time of the event, `service` the name of the one that restores. */
export const notification: Readonly<
  Record<News, (machine: string, time: string, service: string) => string>
> = sentences({
  accepted: (machine, _time, service) => `${service} has accepted the restore of ${machine}.`,
  stalled: (machine, time) => `The restore of ${machine} has made no progress since ${time}.`,
  moving: (machine) => `The restore of ${machine} makes progress again.`,
  done: (machine) => `The restore of ${machine} is done.`,
  doneWithWork: (machine) => `The restore of ${machine} is done, with something to look at.`,
  disksOnly: (machine) => `The restore of ${machine} made the disks without the machine.`,
  nothing: (machine) => `The restore of ${machine} has ended, and nothing was restored.`,
  failed: (machine) => `The restore of ${machine} failed.`,
  cancelled: (machine) => `The restore of ${machine} was cancelled.`,
  unknown: (machine, _time, service) =>
    `The restore of ${machine} has ended. ${service} does not say what became of it.`,
  gone: (machine, _time, service) => `${service} does not know the restore of ${machine} any more.`,
});

export const notifications = sentences({
  title: 'Notifications',
  bell: (unread: number) =>
    unread === 0 ? 'Notifications' : `Notifications, ${String(unread)} not seen`,
  none: 'Restores that you begin here are told of in this place.',
  notSeen: 'Not seen',
  open: 'Open the job',
  dismiss: 'Dismiss',
  markRead: 'Mark as seen',
  markAllRead: 'Mark all as seen',
  remove: 'Remove',
  /** For a restore in progress. */
  stopWatching: 'Stop watching',
  /** Accessible name of a button that is one of several. */
  of: (command: string, machine: string) => `${command}: ${machine}`,
  showStrip: 'Show running restores on every page',
} as const);

export const strip = sentences({
  label: 'Your running restores',
  what: 'your running restores',
  restoreOf: (machine: string) => `Restore of ${machine}`,
  several: (count: string) => `${count} restores are running`,
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
    accepted: 'Running',
    moving: 'Running',
    stalled: 'No progress',
    done: 'Restored',
    doneWithWork: 'Restored, look at it',
    disksOnly: 'Disks only',
    nothing: 'Nothing restored',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unknown: 'Ended',
    gone: 'Not known',
  } satisfies Record<News, string>,
} as const);
