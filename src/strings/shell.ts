import { sentences } from '#src/strings/sentences.ts';

/** Texts for the frame around every page, and for the pages of wrong addresses and failures. */
export const shell = sentences({
  notFound: {
    title: 'Page not found',
    body: 'The address might be mistyped, or the resource was deleted. Nothing was changed.',
    toOverview: 'Go to Overview',
    toInstances: 'Go to Backup instances',
  },
  failed: {
    title: 'This page didn’t load',
    body: 'The error is in Restore Center, not in Azure. Your drafts are saved, and restores in progress continue.',
    reload: 'Reload the page',
  },
  /** A page whose code can't be loaded. */
  missing: {
    title: 'This page didn’t load',
    body: 'Restore Center was updated, or the connection was lost. Your drafts are saved.',
  },
  thisPage: 'this page',
  notifications: 'the notifications',
  shortcuts: 'the keyboard shortcuts',
  account: 'your account',
  signInOffer: 'the offer to sign in again',
  simulation: 'the simulation panel',
  earlierDrafts: 'the notice of earlier drafts',
  clock: {
    notice: 'the notice about the clock',
    fast: (duration: string) => `This device’s clock is ${duration} fast`,
    slow: (duration: string) => `This device’s clock is ${duration} slow`,
    shown: 'Times here are by Azure’s clock.',
    dismiss: 'Dismiss',
  },
  offline: (time: string) =>
    `No network since ${time}. Shown as last read. Restores in progress don’t need this browser. Restore Center reads again once the network is back.`,
  toggleNavigation: 'Navigation',
  settings: 'Settings',
  /** The visible text is the offset. */
  timeZone: (offset: string, name: string) =>
    offset === name ? `Time zone: ${offset}` : `Time zone: ${offset}, ${name}`,
  theme: (choice: string) => `Theme: ${choice}`,
  /** Headings until a page has its own. */
  starting: {
    instance: 'Backup instance',
    job: 'Backup job',
    vault: 'Vault',
    whatHappened: 'What happened?',
  },
  tooOld: {
    title: 'This browser is too old for Restore Center',
    body: 'Its menus and lists lack popovers. Update the browser, or open this page in another one. Nothing was sent to Azure.',
  },
  storageBlocked: {
    title: 'This browser blocks site data',
    body: 'Allow cookies and site data for this address, then reload. Nothing was sent to Azure.',
  },
  cannotStart: {
    title: 'The Azure simulation can’t start in this browser',
    reason: {
      'no-service-worker':
        'It requires a service worker, which isn’t available on this page. Open the demo at http://localhost or over HTTPS, in a window that allows service workers.',
      'worker-failed':
        'Its service worker couldn’t start. Close other tabs of this demo, then reload.',
    },
    safe: 'Without the simulation, no requests are sent.',
  },
  start: { reload: 'Reload', details: 'Details' },
  startFailed: {
    title: 'Restore Center couldn’t start',
    body: 'Nothing was sent to Azure. Your drafts are saved. Reload the page. If that doesn’t help, see the details below.',
  },
  notConfigured: {
    title: 'Sign-in isn’t set up',
    body: 'This build has no Microsoft Entra app registration. Rebuild it with these settings:',
  },
} as const);

/** Texts for the search in the top bar; those for its results are in `search-results.ts`. */
export const searchField = {
  label: 'Search instances, jobs, and vaults',
  landmark: 'Search everything',
  open: 'Search',
  close: 'Close the search',
  results: 'Search results',
  shortcut: { mac: '⌘K', other: 'Ctrl+K' },
  what: 'the search',
} as const;
