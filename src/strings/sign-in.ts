import { sentences } from '#src/strings/sentences.ts';

/** Texts for the account, and for signing in, again and out. */
export const account = sentences({
  title: 'Account',
  button: (name: string) => `Account: ${name}`,
  username: 'Signed in as',
  tenant: 'Tenant ID',
  signOut: 'Sign out',
  sending: 'Available after Azure returns the current request.',
} as const);

/** The offer to sign in again. */
export const renewal = sentences({
  label: 'Sign-in',
  endsSoon: (time: string) => `Your sign-in ends at ${time}`,
  ended: 'Sign in again to continue',
  notReached: {
    title: 'The sign-in page didn’t open',
    body: 'Microsoft Entra didn’t answer. Check your connection, then try again.',
  },
  comesBack: 'Sign in again to keep working. You return to this page.',
  kept: 'Your drafts are saved in this browser. Restores in progress continue in Azure.',
  unsaved:
    'A draft couldn’t be saved in this browser and is lost when you sign in. Restores in progress continue in Azure.',
  sending: 'Wait until Azure returns the current request.',
  now: 'Sign in again now',
  later: 'Not now',
} as const);

/** The pages in place of the application while no one is signed in. */
export const signInPage = sentences({
  signedOut: {
    title: 'You’re signed out',
    body: [
      'Your Microsoft Entra session ended. Your drafts stay in this browser. Restores in progress continue in Azure.',
    ],
    action: 'Sign in',
  },
  again: 'Sign in again',
  retry: 'Try again',
  clientId: 'Application (client) ID',
  tenantId: 'Directory (tenant) ID',
  redirectUri: 'Redirect address',
  code: 'Error code',
  traceId: 'Trace ID',
  correlationId: 'Correlation ID',
  message: 'Message from Microsoft Entra',
  /** What the codes mean that Microsoft shows on a page of its own. */
  codes: [
    ['AADSTS700016', 'The tenant has no application with the ID below.'],
    ['AADSTS90002', 'The tenant with the ID below doesn’t exist.'],
    ['AADSTS50011', 'The registration doesn’t list the redirect address below.'],
    ['AADSTS65001', 'An administrator hasn’t granted consent to the application.'],
  ],
  trouble: {
    application: {
      title: 'Application not found',
      body: [
        'The tenant has no application with this ID, so Microsoft Entra can’t sign you in.',
        'Check the app registration, then rebuild Restore Center with its application ID (VITE_CLIENT_ID).',
      ],
    },
    tenant: {
      title: 'Tenant not found',
      body: [
        'Microsoft Entra has no tenant with this ID.',
        'Rebuild Restore Center with the ID of your tenant (VITE_TENANT_ID).',
      ],
    },
    address: {
      title: 'Redirect address isn’t registered',
      body: [
        'Microsoft Entra returns only to addresses that the app registration lists.',
        'Add the redirect address below to the registration, under Single-page application.',
      ],
    },
    platform: {
      title: 'Redirect address has another platform',
      body: [
        'The app registration lists the redirect address for another kind of application.',
        'Move the redirect address below to Single-page application.',
      ],
    },
    consent: {
      title: 'Consent is missing',
      body: [
        'Restore Center needs the delegated permission user_impersonation for Azure Service Management. It hasn’t been granted.',
        'Ask an administrator of your tenant to grant consent to the application, then sign in again.',
      ],
    },
    assignment: {
      title: 'You aren’t assigned to this application',
      body: ['Ask an administrator to assign you to the application, then sign in again.'],
    },
    account: {
      title: 'Account isn’t in this tenant',
      body: ['Sign in with an account of the tenant, or ask its administrator to invite you.'],
    },
    policy: {
      title: 'Your organization blocked the sign-in',
      body: [
        'A Conditional Access policy blocks this sign-in. See the message below for the reason.',
        'Ask your administrator, then sign in again.',
      ],
    },
    unreachable: {
      title: 'Couldn’t reach Microsoft Entra',
      body: [
        'Microsoft Entra didn’t answer within 30 seconds. Check your connection, then try again.',
        'Your drafts are saved. Restores in progress continue in Azure.',
      ],
    },
    storage: {
      title: 'Cookies are blocked for this site',
      body: [
        'Your browser blocks cookies and site data for this address, so you can’t sign in.',
        'Allow them for this site, then try again.',
      ],
    },
    notFinished: {
      title: 'Sign-in wasn’t completed',
      body: [
        'You returned before Microsoft Entra signed you in. Nothing was sent to Azure.',
        'If Microsoft’s page showed an error code, see its meaning here:',
      ],
    },
    noToken: {
      title: 'Signed in without access to Azure',
      body: [
        'Microsoft Entra signed you in but issued no token for Azure. Restore Center didn’t retry automatically.',
        'Sign in again. If that doesn’t help, give the codes below to your administrator.',
      ],
    },
    clock: {
      title: 'Check this device’s clock',
      body: [
        'It’s more than 5 minutes off, so a new sign-in appears to have ended already.',
        'Set date and time automatically, then sign in again.',
      ],
    },
    other: {
      title: 'Sign-in failed',
      body: [
        'Nothing was sent to Azure. Your drafts are saved. Sign in again.',
        'If it fails again, give the codes below to your administrator.',
      ],
    },
  },
} as const);
