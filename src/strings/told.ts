import type { Outcome } from '#src/model/progress/verdict.ts';

/** What is told of the restores that were begun here: notices, the strip, the title of the tab. */

/** What is known of a restore, in the words of the code; see `src/wizard/submit/watched.ts`. */
type News = Exclude<Outcome, 'running'> | 'accepted' | 'stalled' | 'moving' | 'gone';

/** A notice of each kind. `time` is that of the news. */
export const notice: Readonly<Record<News, (machine: string, time: string) => string>> = {
  accepted: (machine) => `Azure has accepted the restore of ${machine}.`,
  stalled: (machine, time) => `The restore of ${machine} has made no progress since ${time}.`,
  moving: (machine) => `The restore of ${machine} makes progress again.`,
  done: (machine) => `The restore of ${machine} is done.`,
  doneWithWork: (machine) => `The restore of ${machine} is done, with something to look at.`,
  disksOnly: (machine) => `The restore of ${machine} made the disks without the machine.`,
  nothing: (machine) => `The restore of ${machine} has ended, and nothing was restored.`,
  failed: (machine) => `The restore of ${machine} failed.`,
  cancelled: (machine) => `The restore of ${machine} was cancelled.`,
  unknown: (machine) =>
    `The restore of ${machine} has ended. Azure does not say what became of it.`,
  gone: (machine) => `Azure does not know the restore of ${machine} any more.`,
};

export const notices = {
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
  /** Of one that still runs. */
  stopWatching: 'Stop watching',
  /** The name of a button beside others of its kind. */
  of: (command: string, machine: string) => `${command}: ${machine}`,
  showStrip: 'Show running restores on every page',
} as const;

export const strip = {
  label: 'Your running restores',
  restoreOf: (machine: string) => `Restore of ${machine}`,
  several: (count: string) => `${count} restores are running`,
  stalled: (count: string) => `${count} without progress`,
  showAll: 'Show all',
  hide: 'Hide',
  noPercent: 'percentage not reported',
  percentAt: (percent: string, time: string) => `${percent} at ${time}`,
  readyIn: (range: string) => `ready in ${range}`,
  notKnown: 'time left not known',
} as const;

/** How a restore stands, in as many words as the title of a tab has room for. */
export const tabTitle = {
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
} as const;
