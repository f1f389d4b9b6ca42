import { sentences } from '#src/strings/sentences.ts';

/** Texts that several pages share. */
export const common = sentences({
  product: 'Restore Center',
  simulated: 'Simulated Azure',
  skipToContent: 'Skip to content',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand:
    'Your browser didn’t allow copying. The text is selected: press Ctrl+C, or ⌘C on a Mac.',
  close: 'Close',
  restore: 'Restore',
  job: 'Job',
  notReported: 'not reported',
  withOffset: (time: string, offset: string) => `${time} ${offset}`,
  notRead: 'not read',
  notChecked: 'Not checked',
  readAgo: (time: string) => `Read ${time} ago`,
  refresh: 'Refresh',
  csv: {
    command: 'Export CSV',
    begun: 'Reading for the CSV.',
    running: (read: string, total: string) => `Reading for the CSV: ${read} of ${total} rows.`,
    stop: 'Stop',
    saved: (rows: string) => `The CSV with ${rows} rows was handed to the browser.`,
    failed: (read: string, message: string) =>
      `The CSV was not written: ${message} ${read} rows were read and are kept.`,
    goOn: 'Go on',
  },
  partFailed: (message: string) =>
    `A part of this list could not be read: ${message} What is shown may be older.`,
  reading: (what: string) => `Reading ${what}.`,
  late: 'This takes longer than usual. If it fails, you can try again here.',
  /** A part of a page, in whose place this stands; the rest of the page goes on. */
  part: {
    missing: (what: string) => `Couldn’t load ${what}.`,
    failed: (what: string) => `Something in ${what} failed.`,
    mayBeNew: 'Restore Center may have been updated, or the connection was lost.',
    reloadNew: 'Reload the new version',
    reload: 'Reload the page',
  },
  requestId: 'Request id',
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
      title: (what: string) => `Sign in again to read ${what}.`,
      advice: 'Azure does not know you any more. What you chose and typed is kept.',
    },
    forbidden: {
      title: (what: string) => `You may not read ${what}.`,
      advice: 'Ask an owner of the scope for the missing action, then try again.',
    },
    notFound: {
      title: (what: string, service = 'Azure') => `${service} does not know ${what}.`,
      advice: 'It may have been deleted, or the address is wrong.',
    },
    notSent: {
      title: (what: string, service = 'Azure') => `${service} was not asked for ${what}.`,
      advice: 'Nothing left this page. Nothing was changed.',
    },
    lost: {
      title: (what: string) => `No answer came while reading ${what}.`,
      advice: 'The connection or the service may be down. Nothing was changed.',
    },
    unreadable: {
      title: (what: string, service = 'Azure') =>
        `${service}’s answer about ${what} could not be read.`,
      advice: 'Nothing was changed. The raw answer is under Details.',
    },
    refused: {
      title: (what: string, service = 'Azure') => `${service} refused to give ${what}.`,
      advice: 'Nothing was changed.',
    },
    notLoaded: {
      title: (what: string) => `Couldn’t load the code that reads ${what}.`,
      advice: 'Restore Center may have been updated, or the connection was lost.',
    },
    unexpected: {
      title: (what: string) => `Something in this page failed while reading ${what}.`,
      advice: 'What you typed is kept.',
    },
  },
  /** A read that Azure throttles for longer than Restore Center waits. */
  paused: {
    title: (what: string) => `Too many requests while reading ${what}.`,
    advice: 'What was read is kept. Nothing is sent by itself before then.',
  },
  pausedUntil: (time: string) => `Azure asks to wait until ${time}.`,
  waitingUntil: (time: string) =>
    `Azure asks to wait until ${time}. Reading goes on by itself then.`,
  cut: (count: string) => `Only the first ${count} were read. The list in Azure is longer.`,
  notInCut: (count: string) =>
    `Only the first ${count} were read, and it isn't among them. Check it in the Azure portal.`,
  signInAgain: 'Sign in again',
  /** After the sign-in that a press of Restore had needed. */
  signedInAgain: 'You’re signed in. Select Restore again.',
  missingAction: (action: string) => `Missing action: ${action}`,
} as const);
