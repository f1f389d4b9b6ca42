import { listText, plural } from '#src/lib/wording.ts';
import type { Absence } from '#src/model/absence.ts';
import type { WayOn } from '#src/model/problem.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts that several pages share. */
export const common = sentences({
  product: 'Restore Center',
  simulated: 'Simulated Azure',
  skipToContent: 'Skip to content',
  retry: 'Try again',
  /** Where the same request can succeed only once a person changed something. */
  checkAgain: 'Check again',
  toSettings: 'Open Settings',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand:
    'Your browser didn’t allow copying. The text is selected: press Ctrl+C, or ⌘C on a Mac.',
  link: {
    copy: 'Copy link',
    copied: 'Link copied',
    /** Where what an address shows is stored in the browser. */
    here: 'It opens in this browser only.',
  },
  /** In a demo, at an address of something that isn’t there. */
  otherDemo:
    'Each browser has a simulated Azure of its own. This address might come from another browser, from another scenario, or from before “Reset world”. Open it in the browser that it comes from, see Backup jobs for what is here, or select its scenario under Simulation.',
  close: 'Close',
  restore: 'Restore',
  job: 'Job',
  /** Why a value isn’t there. */
  absence: {
    onItsWay: 'on its way',
    notRead: 'not read',
    notInJob: 'not in the job',
    notReported: 'not reported',
    none: 'none',
  } satisfies Record<Absence, string>,
  /** A time that no service has confirmed. */
  byComputer: (text: string) => `${text} (by this device’s clock)`,
  notChecked: 'Not checked',
  readAgo: (time: string) => `Updated ${time} ago`,
  refresh: 'Refresh',
  more: 'More',
  moreMark: '…',
  csv: {
    command: 'Export CSV',
    begun: 'Loading rows for the CSV.',
    running: (read: string, total: string) => `Loading rows for the CSV: ${read} of ${total}`,
    stop: 'Stop',
    saved: (total: number, rows: string, notes: readonly string[]) =>
      [
        `CSV with ${rows} ${plural(total, 'row', 'rows')} downloaded.`,
        ...(notes.length === 0 ? [] : ['Its last lines say:', ...notes]),
      ].join(' '),
    /** Before a sentence in the last lines of the file. */
    note: 'Note',
    filtered: (filters: readonly string[]) => `Filtered by ${listText(filters)}.`,
    failed: (read: string, message: string) =>
      `Couldn’t export the CSV: ${message} The ${read} loaded rows are kept.`,
    goOn: 'Resume',
  },
  partFailed: (message: string) =>
    `Couldn’t load a part of this list: ${message} Its rows might be older.`,
  /** Above a list: what its columns would say in every row. */
  sameInAll: 'Same in every row',
  reading: (what: string) => `Loading ${what}`,
  late: 'This takes longer than usual. If it fails, you can try again here.',
  /** A part of a page, in whose place this stands; the rest of the page goes on. */
  part: {
    missing: (what: string) => `Couldn’t load ${what}.`,
    failed: (what: string) => `Couldn’t show ${what}.`,
    mayBeNew: 'Restore Center might have been updated, or the connection was lost.',
    reloadNew: 'Reload the new version',
    reload: 'Reload the page',
  },
  requestId: 'Request ID',
  details: 'Details',
  overview: 'Overview',
  backupInstances: 'Backup instances',
  backupJobs: 'Backup jobs',
  drafts: 'Drafts',
  leftovers: 'Leftover resources',
  constraints: 'Constraints',
  vaults: 'Vaults',
  navigation: 'Main',
  breadcrumb: 'Breadcrumb',
  theme: { label: 'Theme', light: 'Light', dark: 'Dark', system: 'Same as the system' },
  openSimulation: 'Simulation',
  problem: {
    signedOut: {
      title: (what: string) => `Sign in again to view ${what}.`,
      advice: 'Your session has ended. Your selections are kept.',
    },
    forbidden: {
      title: (what: string) => `You don’t have permission to view ${what}.`,
      advice: 'Ask an owner for a role with the required action, then check again.',
    },
    notFound: {
      title: (what: string, service = 'Azure') => `${service} can’t find ${what}.`,
      advice: 'It might have been deleted, or the address is wrong.',
    },
    notSent: {
      title: (what: string, service = 'Azure') =>
        `The request for ${what} wasn’t sent to ${service}.`,
      advice: 'Nothing was changed.',
    },
    lost: {
      title: (what: string, service = 'Azure') => `Couldn’t reach ${service} to load ${what}.`,
      advice: 'Check your connection, then try again. Nothing was changed.',
    },
    unreadable: {
      title: (what: string, service = 'Azure') =>
        `Couldn’t read ${service}’s response for ${what}.`,
      advice: 'Nothing was changed. The response is under Details.',
    },
    refused: {
      title: (what: string, service = 'Azure') => `${service} rejected the request for ${what}.`,
      advice: 'Nothing was changed.',
    },
    notLoaded: {
      title: (what: string) => `Couldn’t load the code that reads ${what}.`,
      advice: 'Restore Center might have been updated, or the connection was lost.',
    },
    unexpected: {
      title: (what: string) => `Couldn’t load ${what}.`,
      advice: 'Your entries are kept.',
    },
  },
  /** What leads on from a problem whose kind doesn’t say it: after the advice of its kind. */
  way: {
    again: 'Try again in a minute.',
    after: 'Azure’s message names what has to change first. Then check again.',
    signIn: 'Sign in again.',
    token: 'Enter a valid token in Settings.',
    setUp: 'Ask whoever set up Restore Center to allow this address.',
    reload: 'Reload the page.',
    gone: 'It might have been deleted.',
    change: 'The same request gets the same answer. Contact Azure support with the request ID.',
  } satisfies Record<WayOn, string>,
  /** A read that Azure throttles for longer than Restore Center waits. */
  paused: {
    title: (what: string) => `Too many requests. Couldn’t load ${what}.`,
    advice: 'Loaded data is kept. Nothing is sent before then.',
  },
  pausedUntil: (time: string) => `Azure requires a pause until ${time}.`,
  waitingUntil: (time: string) => `Too many requests. Retrying at ${time}.`,
  cut: (count: string) => `Showing the first ${count}. The list in Azure is longer.`,
  notInCut: (count: string) =>
    `It isn’t among the first ${count}, which were loaded. Check it in the Azure portal.`,
  signInAgain: 'Sign in again',
  /** After the sign-in that a press of Restore had needed. */
  signedInAgain: 'You’re signed in. Select Restore again.',
  missingAction: (action: string) => `Required action: ${action}`,
} as const);
