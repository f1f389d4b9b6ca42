import { sentences } from '#src/strings/sentences.ts';

/** Texts for the start of file recovery, and for its sessions outside their own page. */

export const unmount = sentences({
  button: 'Unmount disks',
  sentence: (machine: string) => `Unmount the disks of the restore point of ${machine}`,
  line: {
    disks: 'The disks of the restore point are no longer mounted. The script stops working.',
    rest: (machine: string) => `The restore point and ${machine}`,
    copy: 'A copy in progress stops',
  },
} as const);

/** Names of the commands that start it. */
export const recoverFiles = sentences({
  command: 'Recover files',
  head: 'Files',
  of: (machine: string) => `File recovery of ${machine}`,
  asOf: (time: string) => `Recover files as of ${time}`,
  nothingChosen: 'File recovery, no VM selected yet',
  pressed: (time: string) => `Changed ${time}. A script was requested. Open it to see its status`,
  mayBeMounted:
    'An earlier request of this draft might have mounted the restore point. Its outcome is unknown.',
  /** In a list of commands and pages. */
  start: 'Recover files from a restore point',
} as const);

/** Texts for sessions on the start page. */
export const sessions = sentences({
  title: 'File recovery',
  what: 'the file recovery sessions',
  endsIn: (duration: string) => `Ends in ${duration}`,
  notReported: (since: string) => `Mounted ${since}. Azure didn’t report when it ends.`,
  notConfirmed: 'Unmounting isn’t confirmed',
  ended: (time: string) => `Ended ${time} by its own time.`,
  checkAgain: 'Check again',
  checking: 'Reading the restore point',
  stillMounted: (time: string) => `Azure reported at ${time} that the disks are still mounted.`,
  notRead: (message: string) => `Couldn’t read the restore point: ${message}`,
  notChecked: 'Not checked whether the disks are still mounted.',
  notSaid: 'Azure doesn’t report whether the disks are mounted.',
  markDone: 'Mark done by hand',
  /** For one button of several. */
  ofMachine: (command: string, machine: string) => `${command}: ${machine}`,
} as const);

/** Texts for restore points that are mounted. */
export const mountedPoints = sentences({
  title: 'Mounted restore points',
  what: 'the mounted restore points',
  inTier: (tier: string) => `Mounted · ${tier}`,
  mounted: 'Mounted',
  notMounted: 'Not mounted',
  notReported: 'Not reported',
  own: 'Open file recovery',
  byPress: (press: string) => `This browser’s request of ${press} might have mounted it.`,
  noRecord:
    'This browser has no open session of it. Azure doesn’t report who mounted it or its expiry.',
  unmount: 'Unmount disks',
  keep: 'Keep it mounted',
  ofPoint: (command: string, time: string) => `${command}: ${time}`,
} as const);

/** Notifications of a session. `end` is the time at which Azure ends it; null: not reported. */
export const sessionNotification = sentences({
  mounted: (machine: string, end: string | null) =>
    end === null
      ? `Azure mounted a restore point of ${machine} and didn’t report when that ends.`
      : `The script for the files of ${machine} is ready. It works until ${end}.`,
  lastHour: (machine: string, end: string | null) =>
    `The file recovery of ${machine} ends in less than an hour${end === null ? '' : `, at ${end}`}.`,
  lastMinutes: (machine: string, end: string | null) =>
    `The file recovery of ${machine} ends in less than 10 minutes${end === null ? '' : `, at ${end}`}. A copy in progress then stops.`,
  unmountOpen: (machine: string) =>
    `The file recovery of ${machine} has ended. Unmounting isn’t confirmed.`,
  open: 'Open file recovery',
} as const);
