import { sentences } from '#src/strings/sentences.ts';

/** Texts for the frame around every page, and for the pages of wrong addresses and failures. */
export const shell = sentences({
  notFound: {
    title: 'There is no page at this address',
    body: 'The address may be mistyped, or what it named may be gone. Nothing was changed.',
    toOverview: 'Go to Overview',
    toInstances: 'Go to Backup instances',
  },
  failed: {
    title: 'This page has failed',
    body: 'The failure is in Restore Center, not in Azure. Drafts and running restores are not touched.',
    reload: 'Load the page again',
  },
  /** A page whose code can't be loaded. */
  missing: {
    title: 'This page didn’t load',
    body: 'Restore Center may have been updated, or the connection was lost. Your drafts are kept.',
  },
  thisPage: 'this page',
  notifications: 'the notifications',
  shortcuts: 'the keyboard shortcuts',
  account: 'your account',
  signInOffer: 'the offer to sign in again',
  simulation: 'the simulation panel',
  earlierDrafts: 'the notice of earlier drafts',
  offline:
    'No connection. What you see may be out of date. Restore Center reads again when the connection is back, and restores that were started continue in Azure.',
  toggleNavigation: 'Navigation',
  settings: 'Settings',
  /** The visible text is the offset. */
  timeZone: (offset: string, name: string) =>
    offset === name ? `Time zone: ${offset}` : `Time zone: ${offset}, ${name}`,
  theme: (choice: string) => `Theme: ${choice}`,
  cannotStart: {
    title: 'The simulated Azure cannot start in this browser',
    reason: {
      'no-service-worker':
        'It answers from a service worker, and this page may not have one. Open the demo at http://localhost or over https, and not in a window that forbids service workers.',
      'worker-failed':
        'Its service worker could not be started. Closing other tabs of this demo and loading again often helps.',
    },
    safe: 'No request leaves this machine: without the simulation nothing is sent at all.',
  },
  start: { reload: 'Load again', details: 'Details' },
  startFailed: {
    title: 'Restore Center could not start',
    body: 'Nothing was sent to Azure, and drafts are kept. Loading again often helps; if it does not, the details below say what failed.',
  },
  notConfigured: {
    title: 'Sign-in is not set up',
    body: 'This build does not know the registration under which people sign in. Build it again with these settings:',
  },
} as const);
